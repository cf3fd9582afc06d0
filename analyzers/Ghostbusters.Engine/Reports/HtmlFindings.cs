using static Ghostbusters.Engine.Reports.HtmlReport;

namespace Ghostbusters.Engine.Reports;

/// <summary>The findings of the page, each beside its code.</summary>
internal static class HtmlFindings
{
    public static void Write(TextWriter html, ReportContent content)
    {
        ImmutableArray<Finding> open = [.. content.Result.Open];
        html.WriteLine("<section id=\"findings\" tabindex=\"-1\"><h2>Findings</h2>");
        if (open.IsEmpty)
            html.WriteLine($"<p class=\"card\">{Encode(Words.Verdict(content.Summary))}</p>");
        else
            WriteFilters(html, content, open);
        WriteByFile(html, content, open);
        html.WriteLine("</section>");

        ImmutableArray<Finding> others = [.. content.Result.Findings.Where(static f => f.Suppression is not null || f.BaselineState == BaselineState.Unchanged)];
        if (others.IsEmpty)
            return;

        html.WriteLine($"<details class=\"others\"><summary>Not counted: {content.Summary.Suppressed} suppressed in the code, {content.Summary.Unchanged} in the baseline</summary>");
        WriteByFile(html, content, others);
        html.WriteLine("</details>");
    }

    // Hidden until the script runs: without it, nothing is shown that does nothing.
    private static void WriteFilters(TextWriter html, ReportContent content, ImmutableArray<Finding> open)
    {
        html.WriteLine("<form class=\"card filters\" id=\"filters\" hidden><label class=\"search\">Search <input type=\"search\" id=\"text\" autocomplete=\"off\"></label><label>Rule <select id=\"rule\"><option value=\"\">All rules</option>");
        foreach (var rule in open.Select(content.RuleOf).Distinct().OrderBy(static r => r.Id, StringComparer.Ordinal))
            html.WriteLine($"<option value=\"{Encode(rule.Id)}\">{Encode(rule.Id)} {Encode(rule.Title)}</option>");
        html.WriteLine("</select></label><fieldset><legend class=\"unseen\">Severity</legend>");
        foreach (var severity in open.Select(static f => f.Severity).Distinct().OrderDescending().Select(Words.Of))
            html.WriteLine($"<label class=\"check {severity}\"><input type=\"checkbox\" name=\"severity\" value=\"{severity}\" checked> {severity}s</label>");
        html.WriteLine($"</fieldset><output id=\"shown\" aria-live=\"polite\" data-all=\"{open.Length}\"></output></form>");
    }

    private static void WriteByFile(TextWriter html, ReportContent content, ImmutableArray<Finding> findings)
    {
        foreach (var file in findings.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
        {
            html.WriteLine($"<section class=\"file\"><h3>{Encode(file.Key)}</h3>");
            foreach (var finding in file)
                WriteFinding(html, finding, content.RuleOf(finding));
            html.WriteLine("</section>");
        }
    }

    private static void WriteFinding(TextWriter html, Finding finding, RuleFacts rule)
    {
        var severity = Words.Of(finding.Severity);
        var range = finding.Location.Range;
        html.WriteLine($"<article class=\"card finding {severity}\" data-severity=\"{severity}\" data-rule=\"{Encode(finding.RuleId)}\">");
        html.WriteLine($"<h4><span class=\"pill\">{severity}</span> {Name(finding.RuleId, rule.HelpUri)} <span class=\"at\">line {range.StartLine}</span></h4>");
        html.WriteLine($"<p class=\"message\">{Encode(finding.Message)}</p>");
        WriteCode(html, finding);
        html.WriteLine("<dl class=\"proof\">");
        if (finding.Claim is { } claim)
            html.WriteLine($"<div><dt>Claim</dt><dd><q>{Encode(claim)}</q>{Places(finding.ClaimLocation is { } place ? [place] : [])}</dd></div>");
        html.WriteLine($"<div><dt>Evidence</dt><dd>{Encode(finding.Evidence)}{(finding.EvidenceSteps.IsEmpty ? Places(finding.EvidenceLocations) : Steps(finding.EvidencePath))}</dd></div>");
        if (finding.Suppression is { } suppression)
            html.WriteLine($"<div><dt>Suppressed</dt><dd>{(suppression.Reason is { } reason ? Encode(reason) : "without a stated reason")}</dd></div>");
        html.WriteLine($"</dl><p class=\"meta\">{Encode(rule.Title)} · {Encode(finding.Basis)} · {Encode(finding.Project)}{(finding.Fix is not null ? " · <strong>can be mended by <code>ghostbusters fix</code></strong>" : "")}</p></article>");
    }

    private static void WriteCode(TextWriter html, Finding finding)
    {
        if (finding.Excerpt.Lines.IsEmpty)
            return;

        var proven = finding.EvidenceLocations.Where(p => p.Path == finding.Location.Path).Select(static p => p.Range.StartLine).ToHashSet();
        html.Write($"<pre tabindex=\"0\" role=\"region\" aria-label=\"Code around line {finding.Location.Range.StartLine}\"><code>");
        foreach (var line in ExcerptText.Show(finding.Excerpt, finding.Location.Range))
        {
            var kind = line.Marked.Length > 0 || line.Number == finding.Location.Range.StartLine ? " hit" : proven.Contains(line.Number) ? " proof-line" : "";
            var marked = line.Marked.Length > 0 ? $"<mark>{Encode(line.Marked)}</mark>" : "";
            html.Write($"<span class=\"line{kind}\" data-n=\"{line.Number}\">{Encode(line.Before)}{marked}{Encode(line.After)}\n</span>");
        }

        html.WriteLine("</code></pre>");
    }

    private static string Places(ImmutableArray<SourceLocation> places) => List(places.Select(Code));

    private static string Steps(ImmutableArray<(SourceLocation Place, string Text)> path) => List(path.Select(static p => $"{Encode(p.Text)} {Code(p.Place)}"));

    private static string List(IEnumerable<string> items) => string.Concat(items.Select(static i => $"<li>{i}</li>")) is { Length: > 0 } list ? $"<ol class=\"places\">{list}</ol>" : "";

    private static string Code(SourceLocation place) => $"<code>{Encode(place.Path)}:{place.Range.StartLine}:{place.Range.StartColumn}</code>";

    private static string Name(string ruleId, string? page) => page is null
        ? $"<span title=\"ghostbusters explain {Encode(ruleId)}\">{Encode(ruleId)}</span>"
        : $"<a href=\"{Encode(page)}\" rel=\"noopener noreferrer\">{Encode(ruleId)}</a>";
}
