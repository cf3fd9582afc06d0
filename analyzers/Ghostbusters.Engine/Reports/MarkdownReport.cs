using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>A comment for a pull or merge request: the gravest findings first, and never longer than the platform takes.</summary>
internal static class MarkdownReport
{
    private const int MostNotices = 20;

    public static void Write(ReportContent content, Stream output)
    {
        var text = new StringBuilder();
        WriteHead(text, content);
        WriteNotices(text, content);
        WriteFindings(text, content);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteHead(StringBuilder text, ReportContent content)
    {
        var summary = content.Summary;
        Line(text, $"### Ghostbusters: {Words.Verdict(summary)}");
        Line(text, "");
        Line(text, "| errors | warnings | notes | suppressed | in the baseline | coverage | score |");
        Line(text, "|---:|---:|---:|---:|---:|---|---|");
        Line(text, $"| {summary.Errors} | {summary.Warnings} | {summary.Notes} | {summary.Suppressed} | {summary.Unchanged} | {Words.CoverageOf(content.Result.Coverage)} | {Words.ScoreOf(content.Result)} |");
        Line(text, "");
        Line(text, $"The score says {ReportContent.ScoreMeaning}.{(ScoreWords.MadeOf(content) is { } parts ? $" It is made of {MarkdownText.Escape(parts)}." : "")}");
        Line(text, "");
    }

    private static void WriteNotices(StringBuilder text, ReportContent content)
    {
        // The gaps first: they are what the reader must not miss. At most half of the comment is theirs.
        var notices = content.Result.Notices.OrderByDescending(static n => n.IsPartial).ToList();
        for (var shown = 0; shown < notices.Count; shown++)
        {
            var line = Entry(notices[shown]);
            if (shown == MostNotices || text.Length + line.Length > content.Options.MarkdownLength / 2)
            {
                Line(text, $"- and {Words.Count(notices.Count - shown, "notice")} more.");
                break;
            }

            Line(text, line);
        }

        if (notices.Count > 0)
            Line(text, "");
    }

    private static string Entry(Notice notice) =>
        $"- **{(notice.IsPartial ? "Not analysed" : "Remark")}** ({MarkdownText.Escape(notice.RuleId)}) {MarkdownText.Code(notice.Subject)}: {MarkdownText.Escape(notice.Reason)} {MarkdownText.Escape(notice.Remedy)}";

    private static void WriteFindings(StringBuilder text, ReportContent content)
    {
        var open = content.Result.Open.Select(static (f, i) => (Finding: f, Place: i))
            .OrderByDescending(static p => p.Finding.Severity).ThenBy(static p => p.Place).Select(static p => p.Finding).ToList();
        for (var shown = 0; shown < open.Count; shown++)
        {
            var entry = Entry(open[shown], content.RuleOf(open[shown]));
            var rest = $"{Words.Count(open.Count - shown, "finding")} not shown here: the comment would be too long. Another format of the report has all of them.\n";
            if (text.Length + entry.Length + rest.Length > content.Options.MarkdownLength)
            {
                text.Append(rest);
                return;
            }

            text.Append(entry);
        }
    }

    private static string Entry(Finding finding, RuleFacts rule)
    {
        var text = new StringBuilder();
        Line(text, $"<details><summary><b>{Words.Of(finding.Severity)}</b> <code>{MarkdownText.Html(finding.Location.Path)}:{finding.Location.Range.StartLine}</code> {MarkdownText.Html(finding.RuleId)}: {MarkdownText.Html(finding.Message)}</summary>");
        Line(text, "");
        if (!finding.Excerpt.Lines.IsEmpty)
        {
            Line(text, MarkdownText.Block(ExcerptText.Show(finding.Excerpt, finding.Location.Range).Select(Numbered)));
            Line(text, "");
        }

        if (finding.Claim is { } claim)
            Line(text, $"**Claim** {MarkdownText.Code(claim)}  ");
        Line(text, $"**Evidence** {MarkdownText.Escape(finding.Evidence)}  ");
        foreach (var (place, step) in finding.EvidenceSteps.IsEmpty ? [] : finding.EvidencePath)
            Line(text, $"1. {MarkdownText.Escape(step)} — {MarkdownText.Code($"{place.Path}:{place.Range.StartLine}")}");
        if (!finding.EvidenceSteps.IsEmpty)
            Line(text, "");
        Line(text, rule.HelpUri is { } page ? $"[About {MarkdownText.Escape(rule.Id)}]({page})" : $"`ghostbusters explain {MarkdownText.Escape(rule.Id)}` says more.");
        Line(text, "");
        Line(text, "</details>");
        Line(text, "");
        return text.ToString();
    }

    private static string Numbered(ShownLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{(line.Marked.Length > 0 ? '>' : ' ')} {line.Number,5} | {line.Text}").TrimEnd();

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
