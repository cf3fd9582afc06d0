using static Ghostbusters.Engine.Reports.HtmlReport;

namespace Ghostbusters.Engine.Reports;

/// <summary>The pictures of the page, as inline SVG; each says in words what it shows.</summary>
internal static class HtmlCharts
{
    private const int MostBars = 8;
    private const double Width = 100;

    public static void Write(TextWriter html, ReportContent content)
    {
        if (content.Summary.Open == 0)
            return;

        html.WriteLine("<div class=\"charts\">");
        WriteBars(html, "By rule", content.Result.Open, static f => f.RuleId, id => $"{id} {content.Rules[content.RuleIndex[id]].Title}");
        WriteBars(html, "By folder", content.Result.Open, static f => FolderOf(f.Location.Path), static folder => folder);
        html.WriteLine("</div>");
    }

    /// <summary>The score as part of a half circle. It takes the state's colour, so that a partial result has no good one.</summary>
    public static void WriteGauge(TextWriter html, AnalysisResult result)
    {
        var isBound = result.Status != AnalysisStatus.Complete;
        var shown = result.Score is { } score ? (isBound ? "≤" : "") + Words.Points(score) : "–";
        var meaning = $"Score: {Words.ScoreOf(result)}";
        html.WriteLine($"""
            <figure class="card gauge"><svg viewBox="0 0 120 72" role="img" aria-label="{Encode(meaning)}">
            <path class="track" d="M12 64 A48 48 0 0 1 108 64" pathLength="100"/>
            """);
        if (result.Score is > 0 and var part)
            html.WriteLine($"<path class=\"value\" d=\"M12 64 A48 48 0 0 1 108 64\" pathLength=\"100\" stroke-dasharray=\"{Number(part * 100)} 200\"/>");
        html.WriteLine($"<text x=\"60\" y=\"60\">{shown}</text></svg><figcaption>{(result.Score is null ? "No score: there was nothing to analyse" : $"{(isBound ? "at most, " : "")}of 100: how far the code’s claims can be trusted")}</figcaption></figure>");
    }

    /// <summary>The share of files that was analysed.</summary>
    public static void WriteCoverage(TextWriter html, Coverage coverage)
    {
        var part = coverage.FilesFound == 0 ? 0 : Width * coverage.FilesAnalysed / coverage.FilesFound;
        html.WriteLine($"<svg class=\"share\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{Number(Math.Floor(part))} percent of the files were analysed\"><rect class=\"track\" width=\"100\" height=\"4\"/><rect class=\"{(coverage.FilesAnalysed < coverage.FilesFound ? "part" : "value")}\" width=\"{Number(part)}\" height=\"4\"/></svg>");
    }

    private static void WriteBars(TextWriter html, string title, IEnumerable<Finding> open, Func<Finding, string> key, Func<string, string> label)
    {
        var groups = open.GroupBy(key, StringComparer.Ordinal).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal).ToList();
        var longest = groups[0].Count();
        html.WriteLine($"<section class=\"card chart\"><h2>{title}</h2><ul>");
        foreach (var group in groups.Take(MostBars))
            WriteBar(html, label(group.Key), [.. group], longest);
        html.WriteLine("</ul>");
        if (groups.Count > MostBars)
            html.WriteLine($"<p class=\"muted\">and {groups.Count - MostBars} more, with {Words.Count(groups.Skip(MostBars).Sum(static g => g.Count()), "finding")}</p>");
        html.WriteLine("</section>");
    }

    private static void WriteBar(TextWriter html, string label, ImmutableArray<Finding> findings, int longest)
    {
        html.Write($"<li><span class=\"label\">{Encode(label)}</span><span class=\"number\">{findings.Length}</span><svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"4\"/>");
        var x = 0.0;
        foreach (var part in findings.GroupBy(static f => f.Severity).OrderByDescending(static g => g.Key))
        {
            var width = Width * part.Count() / longest;
            html.Write($"<rect class=\"{Words.Of(part.Key)}\" x=\"{Number(x)}\" width=\"{Number(width)}\" height=\"4\"/>");
            x += width;
        }

        html.WriteLine("</svg></li>");
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "(root)";
}
