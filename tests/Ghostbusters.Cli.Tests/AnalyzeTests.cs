using System.Text.Json;

namespace Ghostbusters.Cli.Tests;

public class AnalyzeTests
{
    [Fact]
    public async Task EveryFormat_IsWrittenBesideTheText()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        string[] formats = ["text", "json", "sarif", "sarif-full", "html", "markdown", "gitlab", "sonar"];
        var result = await run.InvokeAsync(["analyze", .. formats.SelectMany(static f => new[] { "--out", $"{f}:out/report.{f}" })]);
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        Assert.All(formats, format => Assert.Contains("GB3003", run.Read($"out/report.{format}"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Format_ReplacesTheText()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        using var json = JsonDocument.Parse((await run.InvokeAsync("analyze", "--format", "json")).Output);
        var finding = Assert.Single(json.RootElement.GetProperty("delusions_detected").EnumerateArray());
        Assert.Equal("GB3003", finding.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task ABaseline_SilencesWhatItHolds_AndNothingElse()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze")).ExitCode);
        await run.InvokeAsync("analyze", "--update-baseline");
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze")).ExitCode);

        run.Write("B.cs", Code.EmptyCatch.Replace("Reader", "Other", StringComparison.Ordinal));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        Assert.Contains("B.cs(11,9)", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A.cs(11,9)", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+        catch (Exception)", 11, ExitCodes.Findings)]
    [InlineData("+    public static void Show(string path)", 5, ExitCodes.Clean)]
    public async Task DiffFile_KeepsFindingsOnChangedLines(string added, int line, int expected)
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        run.Write("change.diff", $"--- a/A.cs\n+++ b/A.cs\n@@ -{line - 1},0 +{line},1 @@\n{added}\n");
        Assert.Equal(expected, (await run.InvokeAsync("analyze", "--diff-file", "change.diff")).ExitCode);
    }

    [Theory]
    [InlineData("GB3003", ExitCodes.Findings)]
    [InlineData("GB3", ExitCodes.Findings)]
    [InlineData("GB1", ExitCodes.Clean)]
    [InlineData("-GB3003", ExitCodes.Clean)]
    public async Task Rules_SelectsThem(string rules, int expected)
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        Assert.Equal(expected, (await run.InvokeAsync("analyze", "--rules", rules)).ExitCode);
    }

    [Theory]
    [InlineData("error", "error GB3003", ExitCodes.Findings)]
    [InlineData("suggestion", "note GB3003", ExitCodes.Clean)]
    [InlineData("none", null, ExitCodes.Clean)]
    public async Task EditorConfig_SetsTheSeverity(string severity, string? shown, int expected)
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch), (".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.GB3003.severity = {severity}\n"));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(expected, result.ExitCode);
        Assert.Equal(shown is not null, result.Output.Contains("GB3003", StringComparison.Ordinal));
        Assert.Contains(shown ?? "100 of 100", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASuppressionWithAReason_IsNotOpen_AndIsToldInTheFullLog()
    {
        var silenced = "#pragma warning disable GB3003 // the file is optional, see the manual\n" + Code.EmptyCatch;
        using var run = new CliRun(("A.cs", silenced));
        var result = await run.InvokeAsync("analyze", "--out", "sarif-full:full.sarif", "--out", "sarif:github.sarif");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Contains("the file is optional, see the manual", run.Read("full.sarif"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"ruleId\": \"GB3003\"", run.Read("github.sarif"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCache_ChangesNothingButTheWork()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch), ("B.cs", Code.Honest));
        var fresh = await run.InvokeAsync("analyze", "--format", "sarif-full", "--no-cache");
        var first = await run.InvokeAsync("analyze", "--format", "sarif-full");
        var second = await run.InvokeAsync("analyze", "--format", "sarif-full", "--timings");
        Assert.Equal(fresh.Output, first.Output);
        Assert.Equal(fresh.Output, second.Output);
        Assert.Contains("came from the cache", second.Errors, StringComparison.Ordinal);

        run.Write("A.cs", Code.Honest.Replace("Adder", "Other", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze")).ExitCode);
    }

    [Fact]
    public async Task ABrokenCache_IsComputedAnew()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        await run.InvokeAsync("analyze");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(run.Folder)!, "cache")))
            await File.WriteAllTextAsync(file, "{ broken");
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze")).ExitCode);
    }

    [Fact]
    public async Task Timings_NameTheRules()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        Assert.Contains("GB3003", (await run.InvokeAsync("analyze", "--timings", "--no-cache")).Errors, StringComparison.Ordinal);
    }
}
