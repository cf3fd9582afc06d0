using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Reports;

public class ReportPropertyTests
{
    private const string Green = "#1b7a48";

    [Fact]
    public void Counts_AgreeInEveryFormat() => Check.QuickThrowOnFailure(Prop.ForAll(RandomResults.Any, static result =>
    {
        var open = result.Findings.Where(static f => f.Suppression is null && f.BaselineState != BaselineState.Unchanged).ToList();
        var counts = new[] { Severity.Error, Severity.Warning, Severity.Note }.Select(s => open.Count(f => f.Severity == s)).ToArray();
        var gaps = result.Coverage.FilesFound == 0 ? 1 : result.Notices.Count(static n => n.IsPartial);

        Assert.Equal(counts, Numbers(Samples.Text(ReportFormat.Text, result), @"^  findings  (\d+) errors?, (\d+) warnings?, (\d+) notes?", 3));
        Assert.Equal(counts, Numbers(Samples.Text(ReportFormat.Markdown, result, Roomy), @"^\| (\d+) \| (\d+) \| (\d+) \|", 3));
        Assert.Equal(open.Count, Regex.Count(Samples.Text(ReportFormat.Markdown, result, Roomy), "^<details>", RegexOptions.Multiline));
        Assert.Equal(open.Count, Regex.Count(Samples.Text(ReportFormat.Text, result), @"^\S.*\(\d+,\d+\): (error|warning|note) \S+: m$", RegexOptions.Multiline));
        Assert.Equal(counts, HtmlCounts(Samples.Text(ReportFormat.Html, result)));
        Assert.Equal(result.Findings.Length, Regex.Count(Samples.Text(ReportFormat.Html, result), "<article "));

        Assert.Equal(counts, LevelsOf(ReportFormat.Sarif, result, static root => root.GetProperty("runs")[0].GetProperty("results"), "level"));
        using var full = JsonDocument.Parse(Samples.Write(ReportFormat.SarifFull, result));
        Assert.Equal(result.Findings.Length, full.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        Assert.Equal(open.Count, full.RootElement.GetProperty("runs")[0].GetProperty("properties").GetProperty("summary").GetProperty("open").GetInt32());

        using var json = JsonDocument.Parse(Samples.Write(ReportFormat.Json, result));
        var summary = json.RootElement.GetProperty("summary");
        Assert.Equal(counts, new[] { "errors", "warnings", "notes" }.Select(n => summary.GetProperty(n).GetInt32()));
        Assert.Equal(result.Findings.Length, json.RootElement.GetProperty("delusions_detected").GetArrayLength());
        Assert.Equal(result.Findings.Length, open.Count + summary.GetProperty("suppressed").GetInt32() + summary.GetProperty("unchanged").GetInt32());

        using var gitLab = JsonDocument.Parse(Samples.Write(ReportFormat.GitLab, result));
        Assert.Equal(open.Count + gaps, gitLab.RootElement.GetArrayLength());
        Assert.Equal(open.Count + gaps, gitLab.RootElement.EnumerateArray().Select(static i => i.GetProperty("fingerprint").GetString()).Distinct().Count());
        using var sonar = JsonDocument.Parse(Samples.Write(ReportFormat.Sonar, result));
        Assert.Equal(open.Count + gaps, sonar.RootElement.GetProperty("issues").GetArrayLength());
    }));

    [Fact]
    public void APartialOrEmptyAnalysis_NeverLooksClean() => Check.QuickThrowOnFailure(Prop.ForAll(RandomResults.Any, static result =>
    {
        if (result.Status == AnalysisStatus.Complete)
            return;

        // The texts of analysed code may say "clean"; what the report itself says may not.
        var silent = result with { Findings = [.. result.Findings.Select(static f => f with { Claim = null, Suppression = null, Excerpt = new(1, []) })], Notices = [.. result.Notices.Select(static n => n with { Reason = "r" })] };
        var word = result.Status == AnalysisStatus.Partial ? "Incomplete" : "Nothing to analyse";
        foreach (var format in new[] { ReportFormat.Text, ReportFormat.Html, ReportFormat.Markdown })
        {
            Assert.DoesNotContain("clean", Samples.Text(format, silent), StringComparison.OrdinalIgnoreCase);
            Assert.Contains(word, Samples.Text(format, silent));
        }

        Assert.DoesNotContain(Green, Samples.Text(ReportFormat.Html, result));
        Assert.Contains("\"clean\": false", Samples.Text(ReportFormat.Json, result));
        foreach (var format in new[] { ReportFormat.Sarif, ReportFormat.SarifFull })
        {
            Assert.Contains("\"executionSuccessful\": false", Samples.Text(format, result));
            Assert.Contains("\"level\": \"error\"", Samples.Text(format, result));
        }

        Assert.Contains("GB9003", Samples.Text(ReportFormat.GitLab, result));
        Assert.Contains("GB9003", Samples.Text(ReportFormat.Sonar, result));
    }));

    [Fact]
    public void AWholeResultWithoutFindings_IsGreen() => Assert.Contains(Green, Samples.Text(ReportFormat.Html, Samples.Empty));

    [Fact]
    public void OpenFindings_AreNotGreen() => Assert.DoesNotContain(Green, Samples.Text(ReportFormat.Html, Samples.Many));

    [Fact]
    public void EqualResults_GiveEqualBytes() => Check.QuickThrowOnFailure(Prop.ForAll(RandomResults.Any, static result =>
        Enum.GetValues<ReportFormat>().All(format => Samples.Write(format, result).SequenceEqual(Samples.Write(format, result with { Findings = [.. result.Findings.Select(static f => f with { })] })))));

    private static ReportOptions Roomy => Samples.Options with { MarkdownLength = int.MaxValue };

    private static int[] Numbers(string text, string pattern, int count)
    {
        var match = Regex.Match(text, pattern, RegexOptions.Multiline);
        return [.. Enumerable.Range(1, count).Select(i => int.Parse(match.Groups[i].Value))];
    }

    private static int[] HtmlCounts(string html) =>
        [.. new[] { "errors", "warnings", "notes" }.Select(word => Numbers(html, $@"<dt>{word}</dt><dd>(\d+)</dd>", 1)[0])];

    private static int[] LevelsOf(ReportFormat format, AnalysisResult result, Func<JsonElement, JsonElement> list, string property)
    {
        using var json = JsonDocument.Parse(Samples.Write(format, result));
        var levels = list(json.RootElement).EnumerateArray().Select(r => r.GetProperty(property).GetString()).ToList();
        return [.. new[] { "error", "warning", "note" }.Select(level => levels.Count(l => l == level))];
    }
}
