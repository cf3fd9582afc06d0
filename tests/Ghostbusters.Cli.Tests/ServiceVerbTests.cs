using System.Text.Json;
using Ghostbusters.Cli.Client;

namespace Ghostbusters.Cli.Tests;

public class ServiceVerbTests
{
    [Theory]
    [InlineData("submit")]
    [InlineData("watch", "01jd")]
    [InlineData("history")]
    public async Task WhoIsNotSignedIn_IsToldHow(params string[] args)
    {
        using var run = new CliRun(("A.cs", Code.Honest));
        var result = await run.InvokeAsync(args);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("ghostbusters login", result.Errors, StringComparison.Ordinal);
        Assert.Contains("ghostbusters serve", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://service.example.org", "https")]
    [InlineData("service", "no address")]
    public async Task AKey_IsNotSentInTheOpen(string server, string word)
    {
        using var run = new CliRun { Input = ServiceDouble.Key };
        var result = await run.InvokeAsync("login", server);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(word, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGoodKey_IsKept_ForItsUserOnly_AndNeverPrinted()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = new CliRun { Input = ServiceDouble.Key };
        var result = await run.InvokeAsync("login", service.Address);
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.DoesNotContain(ServiceDouble.Key, result.Output + result.Errors, StringComparison.Ordinal);
        var file = Path.Combine(run.ConfigFolder, "credentials.json");
        Assert.Contains(ServiceDouble.Key, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task WhatAGatewayWants_IsKeptWithTheKey()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = new CliRun { Input = ServiceDouble.Key };
        run.Variables["GHOSTBUSTERS_GATEWAY_KEY"] = "metered";
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("login", service.Address, "--progress", "wss://progress.example/v1")).ExitCode);
        using var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run.ConfigFolder, "credentials.json")));
        Assert.Equal(("metered", "wss://progress.example/v1"), (kept.RootElement.GetProperty("gateway_key").GetString(), kept.RootElement.GetProperty("progress").GetString()));
        Assert.Contains("no address of progress", (await run.InvokeAsync("login", service.Address, "--progress", "https://progress.example")).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gb_another", "does not know your key")]
    [InlineData("", "No key was given")]
    public async Task ABadKey_IsNotKept(string key, string word)
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = new CliRun { Input = key };
        var result = await run.InvokeAsync("login", service.Address);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(word, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.ConfigFolder, "credentials.json")));
    }

    [Fact]
    public async Task Submit_SendsTheFolder_AndSaysItsId()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = await SignedInAsync(service);
        var result = await run.InvokeAsync("submit");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Equal("01jd\n", result.Output);
        Assert.Contains("ghostbusters watch 01jd", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["POST /ghostbusters/uploads", "PUT /store/u", "POST /ghostbusters/analyze"], service.Asked[1..]);
    }

    [Theory]
    [InlineData("done", "warning", ExitCodes.Findings)]
    [InlineData("done", "none", ExitCodes.Clean)]
    [InlineData("partial", "none", ExitCodes.Incomplete)]
    [InlineData("failed", "none", ExitCodes.Incomplete)]
    public async Task Watch_ShowsStepsAndFindings_AndEndsAsAnalyzeDoes(string status, string failOn, int expected)
    {
        await using var service = await ServiceDouble.StartAsync(status);
        using var run = await SignedInAsync(service);
        var result = await run.InvokeAsync("watch", "01jd", "--fail-on", failOn);
        Assert.Equal(expected, result.ExitCode);
        Assert.Contains(" 60 %  validating", result.Errors, StringComparison.Ordinal);
        Assert.Contains("A.cs(3,5): error GB3003: It is swallowed.", result.Output, StringComparison.Ordinal);
        Assert.Contains($"shop 01jd: {status}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_IsATable()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = await SignedInAsync(service);
        var result = await run.InvokeAsync("history", "--limit", "1", "--project", "shop");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Matches(@"01jd\s+2026-11-21 10:00\s+shop\s+done\s+87\s+2", result.Output);
        Assert.EndsWith("?project=shop&limit=1", service.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubmissionOfNothing_IsUsage()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var run = await SignedInAsync(service);
        var missing = await run.InvokeAsync("submit", "nowhere");
        Assert.Equal(ExitCodes.Usage, missing.ExitCode);
        Assert.Contains("nowhere", missing.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await run.InvokeAsync("submit", ".", "--ref", "main")).ExitCode);
    }

    [Fact]
    public void Serve_TakesTheHostBesideIt_AndSaysWhereItLooked()
    {
        using var run = new CliRun();
        var context = CommandContext.OfProcess();
        var missing = Assert.Throws<Engine.ConfigurationException>(() => ServeCommand.Find(run.Folder, context));
        Assert.Contains(run.Folder, missing.Message, StringComparison.Ordinal);
        run.Write("serve/ghostbusters-serve.dll", "");
        Assert.EndsWith("ghostbusters-serve.dll", ServeCommand.Find(run.Folder, context).Arguments.Single(), StringComparison.Ordinal);
        run.Write("serve/ghostbusters-serve", "");
        Assert.Empty(ServeCommand.Find(run.Folder, context).Arguments);
    }

    [Theory]
    [InlineData("login", "pipe")]
    [InlineData("submit", "--watch")]
    [InlineData("watch", "--fail-on")]
    [InlineData("history", "--status")]
    public async Task Help_SaysWhatIsPossible(string verb, string expected)
    {
        using var run = new CliRun();
        var result = await run.InvokeAsync(verb, "--help");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    private static async Task<CliRun> SignedInAsync(ServiceDouble service)
    {
        var run = new CliRun(("A.cs", Code.Honest)) { Input = ServiceDouble.Key };
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("login", service.Address)).ExitCode);
        return run;
    }
}
