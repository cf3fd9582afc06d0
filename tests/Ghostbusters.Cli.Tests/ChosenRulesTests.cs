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
