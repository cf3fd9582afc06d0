using System.Text.Json;

namespace Ghostbusters.Cli.Tests;

/// <summary>Experts and the team's own rules.</summary>
public class ChosenRulesTests
{
    private const string Rules = """
        version: 1
        banned_claims:
          - {id: ACME1, text: best effort, in: [comments, strings], because: nobody knows what it means, remedy: Say what happens., experts: wording}
        """;

    private const string Claim = "// best effort\npublic static class A;";

    [Fact]
    public async Task AnExpert_RunsItsRulesAlone()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze", "--experts", "code-quality")).ExitCode);
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze", "--experts", "test,security")).ExitCode);
    }

    [Fact]
    public async Task AnUnknownExpert_IsAMistakeThatNamesTheOthers()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        var result = await run.InvokeAsync("analyze", "--experts", "wizard");
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("code-quality", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTeamsRules_AreFoundInTheirPlace_AndReported()
    {
        using var run = new CliRun(("A.cs", Claim), (".ghostbusters/rules.yaml", Rules));
        var result = await run.InvokeAsync("analyze", "--format", "sarif", "--experts", "wording");
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        using var sarif = JsonDocument.Parse(result.Output);
        var tool = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal("ACME1", tool.GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Contains(tool.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), static r => r.GetProperty("id").GetString() == "ACME1");
    }

    [Fact]
    public async Task TheTeamsRules_CanBeGiven_AndAMistakeInThemEndsTheRun()
    {
        using var run = new CliRun(("A.cs", Claim), ("mine.yaml", Rules), ("broken.yaml", "version: 1\nbanned: []"));
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze")).ExitCode);
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze", "--team-rules", "mine.yaml")).ExitCode);
        var broken = await run.InvokeAsync("analyze", "--team-rules", "broken.yaml");
        Assert.Equal(ExitCodes.Usage, broken.ExitCode);
        Assert.Contains("broken.yaml:2:1", broken.Errors, StringComparison.Ordinal);
    }

    private const string Models = """
        version: 1
        sources:
          - member: Acme.Inbox.Read
            kind: queue
        sinks:
          - member: Acme.Store.Run
            kind: sql
            takes: arg0
        sanitizers:
          - member: Acme.Text.Quote
            for: sql
        """;

    private const string Flows = """
        namespace Acme;

        public static class Inbox { public static extern string Read(); }

        public static class Store { public static extern void Run(string statement); }

        public static class Text { public static extern string Quote(string text); }

        public static class Orders
        {
            public static void Keep() => Store.Run("insert into orders values (" + Text.Quote(Inbox.Read()) + ")");

            public static void Drop() => Store.Run("delete from orders where id = " + Inbox.Read());
        }
        """;

    [Fact]
    public async Task TheTeamsSourceReachesItsSink_ButNotThroughItsSanitizer()
    {
        using var run = new CliRun(("Orders.cs", Flows));
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze", "--rules", "GB81")).ExitCode);
        run.Write(".ghostbusters/rules.yaml", Models);
        var result = await run.InvokeAsync("analyze", "--rules", "GB81");
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        Assert.Contains("Orders.cs(13,", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Orders.cs(11,", result.Output, StringComparison.Ordinal);
        Assert.Contains("GB8101", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeInTheTeamsModels_EndsTheRunAtItsLine()
    {
        using var run = new CliRun(("Orders.cs", Flows), (".ghostbusters/rules.yaml", Models.Replace("kind: sql", "kind: sqll", StringComparison.Ordinal)));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(".ghostbusters/rules.yaml:7: 'sqll' is no kind here; 'sql' is meant?", Words(result.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghostbusters.GB8101.sources = web", ExitCodes.Clean)]
    [InlineData("ghostbusters.gb8101.sources = Web, queue # ours", ExitCodes.Findings)]
    [InlineData("ghostbusters.GB8101.sources = default", ExitCodes.Findings)]
    [InlineData("ghostbusters.GB8103.sources = web", ExitCodes.Findings)]
    [InlineData("ghostbusters.GB8101.sources = webb", ExitCodes.Usage, ".editorconfig:3: 'webb' is no kind here; 'web' is meant?")]
    [InlineData("ghostbusters.GB8101.source = web", ExitCodes.Usage, ".editorconfig:3: There is no setting 'ghostbusters.GB8101.source'; 'ghostbusters.GB8101.sources' is meant?")]
    [InlineData("ghostbusters.GB8101.sources =", ExitCodes.Usage, ".editorconfig:3: '' is no kind here")]
    public async Task WhichSourcesCount_IsASetting(string setting, int exitCode, string message = "")
    {
        using var run = new CliRun(("Orders.cs", Flows), (".ghostbusters/rules.yaml", Models), (".editorconfig", $"root = true\n[*.cs]\n{setting}\n"));
        var result = await run.InvokeAsync("analyze", "--rules", "GB81");
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, Words(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceThatIsNamed_IsAsBadAsOneFromAnotherMachine()
    {
        var models = Models.Replace("kind: queue", "kind: file", StringComparison.Ordinal);
        using var run = new CliRun(("Orders.cs", Flows), (".ghostbusters/rules.yaml", models));
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze", "--rules", "GB81")).ExitCode);
        run.Write(".editorconfig", "root = true\n[*.cs]\nghostbusters.GB8101.sources = default, file\n");
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze", "--rules", "GB81")).ExitCode);
    }

    // A console breaks long lines.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task TheListOfRules_SaysWhichExpertsTheyBelongTo()
    {
        using var run = new CliRun();
        using var json = JsonDocument.Parse((await run.InvokeAsync("rules", "--json")).Output);
        var rule = json.RootElement.EnumerateArray().Single(static r => r.GetProperty("id").GetString() == "GB3003");
        Assert.Equal(["code-quality"], rule.GetProperty("experts").EnumerateArray().Select(static e => e.GetString()));
        Assert.Contains("code-quality", (await run.InvokeAsync("rules")).Output, StringComparison.Ordinal);
    }
}
