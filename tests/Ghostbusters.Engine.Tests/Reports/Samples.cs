using System.Collections.Immutable;
using System.Text;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Tests.Reports;

/// <summary>Results to report on. The rules are the sample's own, so that the catalogue may grow without changing a golden file.</summary>
internal static class Samples
{
    /// <summary>A secret that no report may show.</summary>
    public const string Canary = "hunter2-CANARY-9f8e7d";

    public static readonly ReportOptions Options = new()
    {
        ToolVersion = "1.2.3",
        Category = "sample",
        PrecisionOf = static id => id switch { "GB3003" => 0.97, "GB8101" => 0.85, _ => null },
        Rules =
        [
            Rule("GB1001", "An assertion that cannot fail", "Tests that cannot fail", DiagnosticSeverity.Warning, "basis:flow"),
            Rule("GB3003", "A catch that does nothing, without a stated reason", "Swallowed errors, false success", DiagnosticSeverity.Warning, "basis:syntax"),
            Rule("GB6004", "Documentation of a parameter that is not there", "Words against behaviour", DiagnosticSeverity.Info, "basis:semantic"),
            Rule("GB8101", "Untrusted text becomes part of an SQL command", "Security: tainted flows", DiagnosticSeverity.Error, "basis:flow", "CWE-89"),
            Rule("GB8205", "A secret stands in the code", "Security: unsafe use of an API", DiagnosticSeverity.Error, "basis:semantic", "CWE-798", "CWE-259"),
        ],
    };

    public static readonly AnalysisResult Empty = Result([], []);

    public static readonly AnalysisResult Many = Result(
        [
            Find("GB8101", Severity.Error, "src/Orders/OrderRepository.cs", new(31, 9, 31, 62),
                "'Find' says that it looks up an order, but the text of 'id' becomes part of the command: whoever sends it can write SQL. Use a parameter.",
                28, ["    public Order? Find(string id)", "    {", "        using var connection = Open();", "        var command = new SqlCommand(\"select * from o where id=\" + id, connection);", "        return Read(command);", "    }"]) with
            {
                Location = new("src/Orders/OrderRepository.cs", new(31, 23, 31, 82)),
                Evidence = "the request's 'id' reaches the command text",
                EvidenceLocations = [new("src/Web/OrdersController.cs", new(14, 28, 14, 37)), new("src/Orders/OrderService.cs", new(22, 16, 22, 35)), new("src/Orders/OrderRepository.cs", new(31, 23, 31, 82))],
                Basis = "flow",
            },
            Find("GB3003", Severity.Warning, "src/Orders/OrderService.cs", new(43, 9, 43, 14),
                "This catch claims to handle 'Exception', but it does nothing: its block is empty and gives no reason. Handle it, rethrow it, or state in the catch why it may be dropped.",
                40, ["        try", "        {", "            await Publish(order);", "        }"]) with
            {
                Location = new("src/Orders/OrderService.cs", new(44, 11, 44, 16)),
                Excerpt = new(41, ["        try", "        {", "            await Publish(order);", "        } catch (Exception) {", "        }", "        return true;"]),
                Claim = "catch (Exception)",
                ClaimLocation = new("src/Orders/OrderService.cs", new(44, 11, 44, 28)),
                EvidenceLocations = [new("src/Orders/OrderService.cs", new(44, 29, 45, 10))],
                Fix = new("Rethrow", [new(new(45, 9, 45, 9), 1200, 0, "throw;\n        ")]),
            },
            Find("GB6004", Severity.Note, "src/Web/OrdersController.cs", new(11, 9, 11, 41),
                "The document describes a parameter 'customer', but the method has none. Remove it or name the right one.",
                10, ["    /// <summary>Finds an order.</summary>", "    /// <param name=\"customer\">Whose.</param>", "    [HttpGet(\"{id}\")]", "    public IActionResult Get(string id)"]) with
            { BaselineState = BaselineState.New, Claim = "<param name=\"customer\">" },
            Find("GB1001", Severity.Warning, "tests/OrderTests.cs", new(9, 9, 9, 33), "'Saves' says that it checks the order, but the condition is always true. Assert what the call returned.",
                8, ["        var count = orders.Count;", "        Assert.True(count >= 0);", "    }"]),
            Find("GB1001", Severity.Warning, "tests/OrderTests.cs", new(19, 9, 19, 26), "A constant is true whatever the code does. Assert what the call returned.",
                18, ["        orders.Save(order);", "        Assert.True(true);", "    }"]) with
            { Suppression = new("Smoke test: it only has to run.") },
            Find("GB1001", Severity.Warning, "tests/OrderTests.cs", new(29, 9, 29, 26), "A constant is true whatever the code does. Assert what the call returned.",
                28, ["        orders.Delete(order);", "        Assert.True(true);", "    }"]) with
            { BaselineState = BaselineState.Unchanged },
        ],
        []) with
    {
        Target = "Shop",
        Coverage = new(42, 42, 5_310, 3),
        Score = 0.787,
        RecoveryActions =
        [
            new("rethrow", "GB3003", "GB3003-src/Orders/OrderService.cs-43", RecoveryStatus.Proved, "Rethrow, in src/Orders/OrderService.cs.",
                "--- a/src/Orders/OrderService.cs\n+++ b/src/Orders/OrderService.cs\n@@ -45 +45,2 @@\n+            throw;\n         }\n"),
            new("remove-the-assertion", "GB1001", "GB1001-tests/OrderTests.cs-9", RecoveryStatus.Refused, "Remove the assertion: not proved here, in tests/OrderTests.cs; mend by hand.", null),
        ],
    };

    public static readonly AnalysisResult Partial = Many with
    {
        Notices =
        [
            Notice.NotAnalysed("src/Legacy/Huge.cs", "The file has 12 MB; the limit is 8 MB.", "Raise it with --max-file-size, or exclude the file."),
            Notice.NotAnalysed("Newtonsoft.Json", "The package's version 13.0.3 is in no folder that was searched.", "Run dotnet restore, or pass --packages.", isPartial: false),
            Notice.RuleFailed("GB1001", "IndexOutOfRangeException on tests/Odd.cs."),
        ],
        Coverage = new(42, 41, 5_290, 3),
        Score = 0.768,
    };

    public static readonly AnalysisResult PartialWithoutFindings = Partial with { Findings = [] };

    public static readonly AnalysisResult Nothing = Empty with { Coverage = new(0, 0, 0, 0), Score = null };

    /// <summary>Everything that analysed code can say is written by somebody who wants to break the report.</summary>
    public static readonly AnalysisResult Hostile = Result(
        [
            Find("GB3003", Severity.Error, "src/a b#c%d?é<img src=x onerror=alert(1)>/日本\u202e.cs", new(2, 1, 2, 40),
                "</script><script>alert('x')</script> [click](javascript:alert(1)) ![i](http://evil.example/x.png) @everyone fixes #1 https://evil.example www.evil.example \u001b[31mred\u0000 {0} [a](1)",
                1, ["```", "</details></code></pre><script>alert(1)</script>", "\"\"\"\"````", "\ud800 lone"]) with
            {
                Claim = "`</summary>`` <b onmouseover=alert(1)> ]]> -->",
                ClaimLocation = new("javascript:alert(1)/x.cs", new(1, 1, 1, 2)),
                Evidence = "& &amp; &lt;script&gt; | a | b | \r\n/close",
                EvidenceLocations = [new("//evil.example/x.cs", new(1, 1, 1, 2)), new("..\\x.cs", new(3, 1, 3, 1))],
                Project = "<svg onload=alert(1)>",
            },
            Find("<b>X</b>", Severity.Note, "x.cs", new(1, 1, 1, 1), "A rule that nobody knows.", 1, []),
        ],
        [Notice.NotAnalysed("<script>alert(2)</script>.cs", "@everyone [x](http://evil.example)", "</ul><script>alert(3)</script>")]) with
    { Target = "</title><script>alert(4)</script>" };

    public static readonly AnalysisResult Secret = Result(
        [
            Find("GB3003", Severity.Warning, "src/Keys.cs", new(6, 5, 6, 10), "This catch does nothing.", 3,
                ["", $"    const string Key = \"{Canary}\";", "    try { Connect(Key); }", "    catch { }"]),
            Find("GB8205", Severity.Error, "src/Keys.cs", new(4, 24, 4, 47), $"'Key' is a secret in the code. Move it to a vault and revoke it ('{Canary}').", 3,
                ["", $"    const string Key = \"{Canary}\"; // was {Canary}", "    try { Connect(Key); }"]) with
            { Claim = $"\"{Canary}\"", Evidence = $"the literal \"{Canary}\" is passed on" },
        ],
        [Notice.NotAnalysed("src/Other.cs", $"Unexpected text near {Canary}.", "Mend the file.", isPartial: false)]) with
    {
        RecoveryActions = [new("rethrow", "GB3003", "f", RecoveryStatus.Proved, $"Rethrow near {Canary}.", $" const string Key = \"{Canary}\";\n+throw;\n")],
    };

    public static AnalysisResult Result(ImmutableArray<Finding> findings, ImmutableArray<Notice> notices) => new()
    {
        Target = "Sample",
        Findings = findings,
        Notices = notices,
        Coverage = new(3, 3, 120, 1),
        Score = 1.0,
    };

    public static Finding Find(string rule, Severity severity, string path, SourceRange range, string message, int firstLine, ImmutableArray<string> lines) => new()
    {
        RuleId = rule,
        Severity = severity,
        Message = message,
        Location = new(path, range),
        Excerpt = new(firstLine, lines),
        Evidence = "it is there",
        Basis = "syntax",
        Fingerprint = $"{rule}-{path}-{range.StartLine}",
        LineHash = $"{range.StartLine:x16}:1",
        Project = "Shop",
    };

    public static byte[] Write(ReportFormat format, AnalysisResult result, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        Report.Write(format, result, output, options ?? Options);
        return output.ToArray();
    }

    public static string Text(ReportFormat format, AnalysisResult result, ReportOptions? options = null) => Encoding.UTF8.GetString(Write(format, result, options));

    private static DiagnosticDescriptor Rule(string id, string title, string category, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, "{0}", category, severity, isEnabledByDefault: true, description: title + ".", helpLinkUri: "https://docs.example/rules/" + id, customTags: tags);
}
