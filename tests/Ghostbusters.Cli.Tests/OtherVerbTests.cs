using System.Text.Json;
using Ghostbusters.Analyzers.Rules;

namespace Ghostbusters.Cli.Tests;

public class OtherVerbTests
{
    [Fact]
    public async Task Rules_ListsEveryRule()
    {
        using var run = new CliRun();
        var output = (await run.InvokeAsync("rules")).Output;
        Assert.All(RuleCatalog.Descriptors, rule => Assert.Contains(rule.Id, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RulesAsJson_HasOneObjectARule()
    {
        using var run = new CliRun();
        using var json = JsonDocument.Parse((await run.InvokeAsync("rules", "--json")).Output);
        Assert.Equal(RuleCatalog.Descriptors.Select(static d => d.Id), json.RootElement.EnumerateArray().Select(static r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Explain_ShowsThePage()
    {
        using var run = new CliRun();
        var result = await run.InvokeAsync("explain", "gb3003");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Contains("GB3003", result.Output, StringComparison.Ordinal);
        Assert.Contains("catch", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRule_HasAPage()
    {
        using var run = new CliRun();
        foreach (var rule in RuleCatalog.Descriptors)
            Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("explain", rule.Id)).ExitCode);
    }

    [Fact]
    public async Task Init_WritesOnce_AndKeepsWhatIsThere()
    {
        using var run = new CliRun((".editorconfig", "root = true\n"));
        await run.InvokeAsync("init");
        var first = run.Read(".editorconfig");
        Assert.StartsWith("root = true\n", first, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.GB3003.severity = suggestion", first, StringComparison.Ordinal);
        Assert.Contains("ghostbusters analyze", run.Read(".github/workflows/ghostbusters.yml"), StringComparison.Ordinal);

        var again = await run.InvokeAsync("init");
        Assert.Equal(first, run.Read(".editorconfig"));
        Assert.Equal(3, again.Output.Split("left alone").Length - 1);
    }

    [Theory]
    [InlineData("src/A.cs", true)]
    [InlineData("A.csproj", true)]
    [InlineData("obj/project.assets.json", true)]
    [InlineData("bin/Debug/A.cs", false)]
    [InlineData("obj/Debug/A.g.cs", false)]
    [InlineData(".git/index", false)]
    [InlineData("readme.md", false)]
    [InlineData(".ghostbusters/baseline.json", false)]
    public void Watching_LooksAtWhatMatters(string path, bool expected) => Assert.Equal(expected, Commands.Watching.Matters(path));

    [Fact]
    public async Task Watching_RunsAgainAfterAChange_AndEndsWithTheLastCode()
    {
        using var run = new CliRun(("A.cs", Code.Honest));
        using var stop = new CancellationTokenSource();
        var ran = System.Threading.Channels.Channel.CreateUnbounded<int>();
        var count = 0;
        using var errors = new StringWriter();
        var context = new CommandContext(CommandContext.Create(TextWriter.Null, true), CommandContext.Create(errors, true), static () => Stream.Null, run.Folder, TimeProvider.System, run.Folder);
        var watching = Commands.Watching.RunAsync(context, ".", _ =>
        {
            ran.Writer.TryWrite(++count);
            return Task.FromResult(count);
        }, stop.Token);

        Assert.Equal(1, await ran.Reader.ReadAsync());
        run.Write("A.cs", Code.EmptyCatch);
        Assert.Equal(2, await ran.Reader.ReadAsync());
        await stop.CancelAsync();
        Assert.True(await watching >= 2);
    }
}
