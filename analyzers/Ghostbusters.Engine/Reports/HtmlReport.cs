using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>One page that asks nobody for anything. Whatever comes from analysed code goes through <see cref="Encode"/>.</summary>
internal static class HtmlReport
{
    public static void Write(ReportContent content, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var style = HtmlAssets.StyleFor(content.Summary);
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{HashOf(style)}'; script-src '{HashOf(HtmlAssets.Script)}'; base-uri 'none'; form-action 'none'">
            <title>{Encode(content.Result.Target)} · Ghostbusters</title>
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#findings">Skip to the findings</a>
            <header>
            <p class="brand">{HtmlAssets.Ghost}Ghostbusters</p>
            <h1>{Encode(content.Result.Target)}</h1>
            <p class="verdict {StateOf(content.Summary)}"><span class="icon" aria-hidden="true">{(content.Summary.IsClean ? "✓" : "!")}</span>{Encode(Words.Verdict(content.Summary))}</p>
            </header>
            <main>

            """);
        WriteNotices(html, content);
        WriteSummary(html, content);
        HtmlCharts.Write(html, content);
        HtmlFindings.Write(html, content);
        html.Write($"""
            </main>
            <footer><p>Ghostbusters {Encode(content.Options.ToolVersion)}. The score says {Encode(ReportContent.ScoreMeaning)}.</p></footer>
            <script>{HtmlAssets.Script}</script>
            </body>
            </html>

            """);
    }

    /// <summary>Text for an element or an attribute: nothing invisible, nothing that is markup.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(PlainText.Visible(text));

    /// <summary>A number in markup.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string StateOf(Summary summary) => summary switch
    {
        { Status: AnalysisStatus.Nothing } => "state-nothing",
        { Status: AnalysisStatus.Partial } => "state-partial",
        { IsClean: true } => "state-clean",
        _ => "state-findings",
    };

    private static void WriteNotices(TextWriter html, ReportContent content)
    {
        var gaps = content.Result.Notices.Where(static n => n.IsPartial).ToList();
        var remarks = content.Result.Notices.Where(static n => !n.IsPartial).ToList();
        if (gaps.Count > 0)
        {
            html.WriteLine($"<section class=\"gaps\" role=\"alert\"><h2>This result is incomplete</h2><p>Findings may be missing because of {Words.Count(gaps.Count, "gap")}:</p>");
            WriteList(html, gaps);
            html.WriteLine("</section>");
        }

        if (remarks.Count > 0)
        {
            html.WriteLine($"<details class=\"card remarks\"><summary>{Words.Count(remarks.Count, "remark")} about the analysis</summary>");
            WriteList(html, remarks);
            html.WriteLine("</details>");
        }
    }

    private static void WriteList(TextWriter html, IEnumerable<Notice> notices)
    {
        html.WriteLine("<ul class=\"notices\">");
        foreach (var notice in notices)
            html.WriteLine($"<li><code>{Encode(notice.Subject)}</code> <span class=\"id\">{Encode(notice.RuleId)}</span><br>{Encode(notice.Reason)} <em>{Encode(notice.Remedy)}</em></li>");
        html.WriteLine("</ul>");
    }

    private static void WriteSummary(TextWriter html, ReportContent content)
    {
        var summary = content.Summary;
        html.WriteLine("<section aria-labelledby=\"summary\"><h2 id=\"summary\" class=\"unseen\">Summary</h2><div class=\"summary\">");
        HtmlCharts.WriteGauge(html, content.Result);
        html.WriteLine("<dl class=\"card counts\">");
        WriteCount("error", summary.Errors, "errors");
        WriteCount("warning", summary.Warnings, "warnings");
        WriteCount("note", summary.Notes, "notes");
        html.WriteLine("</dl><div class=\"card coverage\"><h3>Coverage</h3>");
        html.WriteLine($"<p>{Encode(Words.CoverageOf(content.Result.Coverage))}</p>");
        HtmlCharts.WriteCoverage(html, content.Result.Coverage);
        if (summary.Suppressed + summary.Unchanged > 0)
            html.WriteLine($"<p class=\"muted\">Not counted: {summary.Suppressed} suppressed, {summary.Unchanged} in the baseline.</p>");
        html.WriteLine("</div></div></section>");

        void WriteCount(string severity, int count, string word) =>
            html.WriteLine($"<div class=\"count {severity}{(count == 0 ? " none" : "")}\"><dt>{word}</dt><dd>{count.ToString("#,0", CultureInfo.InvariantCulture)}</dd></div>");
    }

    private static string HashOf(string inline) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)));
}
