using System.Text.Json;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;

namespace Ghostbusters.Engine.Tests.Reports;

public class SarifReportTests
{
    public static TheoryData<string, ReportFormat> Logs()
    {
        var data = new TheoryData<string, ReportFormat>();
        foreach (var name in new[] { nameof(Samples.Empty), nameof(Samples.Many), nameof(Samples.Partial), nameof(Samples.Nothing), nameof(Samples.Hostile), nameof(Samples.Secret) })
        {
            data.Add(name, ReportFormat.Sarif);
            data.Add(name, ReportFormat.SarifFull);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void MicrosoftsValidator_FindsNoError(string sample, ReportFormat format)
    {
        var result = sample switch
        {
            nameof(Samples.Empty) => Samples.Empty,
            nameof(Samples.Many) => Samples.Many,
            nameof(Samples.Partial) => Samples.Partial,
            nameof(Samples.Nothing) => Samples.Nothing,
            nameof(Samples.Hostile) => Samples.Hostile,
            _ => Samples.Secret,
        };
        Assert.Empty(SarifMultitool.ErrorsIn(Samples.Write(format, result), "Sarif;Ghas"));
    }

    [Fact]
    public void TheValidator_FindsErrorsWhereThereAreSome() =>
        Assert.NotEmpty(SarifMultitool.ErrorsIn("""{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"message":{"text":"x"}}]}]}"""u8.ToArray(), "Sarif;Ghas"));

    [Fact]
    public void TheGitHubProfile_LeavesOutSuppressedAndUnchanged()
    {
        Assert.Equal(4, Results(ReportFormat.Sarif, Samples.Many).Count);
        Assert.DoesNotContain("suppressions", Samples.Text(ReportFormat.Sarif, Samples.Many));
    }

    [Fact]
    public void TheFullProfile_HasSuppressionsAndBaselineStates()
    {
        var results = Results(ReportFormat.SarifFull, Samples.Many);
        Assert.Equal(6, results.Count);
        Assert.Equal("Smoke test: it only has to run.", results[4].GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal("inSource", results[4].GetProperty("suppressions")[0].GetProperty("kind").GetString());
        Assert.Equal("unchanged", results[5].GetProperty("baselineState").GetString());
        Assert.Equal("new", results[2].GetProperty("baselineState").GetString());
    }

    [Fact]
    public void APathOfEvidence_BecomesACodeFlowInItsOrder()
    {
        var locations = Results(ReportFormat.Sarif, Samples.Many)[0].GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        Assert.Equal(
            ["src/Web/OrdersController.cs", "src/Orders/OrderService.cs", "src/Orders/OrderRepository.cs"],
            locations.EnumerateArray().Select(static l => Uri(l.GetProperty("location"))));
    }

    [Fact]
    public void EveryRuleIndex_PointsAtItsRule()
    {
        using var log = JsonDocument.Parse(Samples.Write(ReportFormat.SarifFull, Samples.Hostile));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        foreach (var result in results)
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
    }

    [Fact]
    public void ASnippet_IsExactlyTheRange() => Assert.Equal(
        "Assert.True(count >= 0);",
        Results(ReportFormat.Sarif, Samples.Many)[3].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("snippet").GetProperty("text").GetString());

    [Fact]
    public void SecurityRules_SpeakGitHubsWords()
    {
        using var log = JsonDocument.Parse(Samples.Write(ReportFormat.Sarif, Samples.Many));
        var rules = log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var secret = rules.EnumerateArray().Single(static r => r.GetProperty("id").GetString() == "GB8205").GetProperty("properties");
        Assert.Equal(["security", "external/cwe/cwe-259", "external/cwe/cwe-798"], secret.GetProperty("tags").EnumerateArray().Select(static t => t.GetString()));
        Assert.Equal("8.0", secret.GetProperty("security-severity").GetString());
        Assert.False(secret.TryGetProperty("precision", out _), "No precision was measured, so none may be stated.");
        var empty = rules.EnumerateArray().Single(static r => r.GetProperty("id").GetString() == "GB3003").GetProperty("properties");
        Assert.Equal("very-high", empty.GetProperty("precision").GetString());
        Assert.False(empty.TryGetProperty("security-severity", out _));
    }

    [Fact]
    public void OverTheLimit_TheGravestAreKeptAndTheLogSaysSo()
    {
        var findings = Enumerable.Range(0, CodeScanningReport.MostResults + 10)
            .Select(static i => Samples.Find("GB3003", i % 2 == 0 ? Severity.Note : Severity.Error, "a.cs", new(i + 1, 1, i + 1, 2), "m", 1, []));
        var content = ReportContent.Of(Samples.Result([.. findings], []), Samples.Options);
        var selection = CodeScanningReport.Select(content, CodeScanningReport.MostResults);
        Assert.Equal(CodeScanningReport.MostResults, selection.Findings.Length);
        Assert.Equal(content.Summary.Errors, selection.Findings.Count(static f => f.Severity == Severity.Error));
        Assert.Contains("the 10 least grave are left out", selection.Remarks[0]);
        using var log = JsonDocument.Parse(Samples.Write(ReportFormat.Sarif, content.Result));
        var notices = log.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications");
        Assert.Equal(2, notices.GetArrayLength());
    }

    [Fact]
    public void ALongPath_KeepsItsStartAndItsEnd()
    {
        var path = Enumerable.Range(1, 5_000).Select(static i => new SourceLocation("a.cs", new(i, 1, i, 2)));
        var result = Samples.Result([Samples.Find("GB8101", Severity.Error, "a.cs", new(1, 1, 1, 2), "m", 1, []) with { EvidenceLocations = [.. path] }], []);
        var locations = Results(ReportFormat.Sarif, result)[0].GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        Assert.Equal(1_000, locations.GetArrayLength());
        Assert.Equal(5_000, locations[999].GetProperty("location").GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Theory]
    [InlineData("src/a b#c%d?.cs", "src/a%20b%23c%25d%3F.cs")]
    [InlineData("日本/é.cs", "%E6%97%A5%E6%9C%AC/%C3%A9.cs")]
    [InlineData("javascript:alert(1)", "javascript%3Aalert%281%29")]
    [InlineData("//evil.example/x.cs", "evil.example/x.cs")]
    public void AUri_IsRelativeAndEncoded(string path, string uri) => Assert.Equal(uri, RelativeUri.Of(path));

    private static string? Uri(JsonElement location) => location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();

    private static List<JsonElement> Results(ReportFormat format, AnalysisResult result)
    {
        using var log = JsonDocument.Parse(Samples.Write(format, result));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").Clone().EnumerateArray()];
    }
}
