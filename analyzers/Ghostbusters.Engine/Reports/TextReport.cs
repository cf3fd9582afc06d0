using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>Plain text for files and pipes; every first line is one that editors and build servers know how to follow.</summary>
internal static class TextReport
{
    public static void Write(ReportContent content, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var file in content.Result.Open.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
        {
            foreach (var finding in file)
                WriteFinding(text, finding);
            text.WriteLine();
        }

        foreach (var notice in content.Result.Notices)
        {
            text.WriteLine($"{(notice.IsPartial ? "gap" : "remark")} {Show(notice.RuleId)}: {Show(notice.Subject)}: {Show(notice.Reason)} {Show(notice.Remedy)}");
        }

        if (content.Result.Notices.Length > 0)
            text.WriteLine();
        WriteSummary(text, content);
    }

    private static void WriteFinding(TextWriter text, Finding finding)
    {
        var range = finding.Location.Range;
        text.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Show(finding.Location.Path)}({range.StartLine},{range.StartColumn}): {Words.Of(finding.Severity)} {Show(finding.RuleId)}: {Show(finding.Message)}"));
        WriteExcerpt(text, finding.Excerpt, range);
        if (finding.Claim is { } claim)
            text.WriteLine($"    claim     {Show(claim)}{Place(finding.ClaimLocation)}");
        text.WriteLine($"    evidence  {Show(finding.Evidence)}{(finding.EvidenceSteps.IsEmpty ? string.Concat(finding.EvidenceLocations.Select(Place).Distinct()) : "")}");
        WriteSteps(text, finding);
    }

    // A long way is told by its beginning and its end.
    private static void WriteSteps(TextWriter text, Finding finding)
    {
        const int most = 12;
        if (finding.EvidenceSteps.IsEmpty)
            return;
        var path = finding.EvidencePath;
        var shown = PathEnds.Of([.. path.Select(static (p, i) => (p.Place, p.Text, Number: i + 1))], most);
        foreach (var step in shown)
        {
            if (step.Number > most)
                text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"              … {path.Length - most} more"));
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"            {step.Number,3}. {Show(step.Text)}{Place(step.Place)}"));
        }
    }

    private static void WriteExcerpt(TextWriter text, Excerpt excerpt, SourceRange range)
    {
        // Only the first line, as compilers do: the underline of a whole method says nothing.
        foreach (var line in ExcerptText.Show(excerpt, range).Where(l => l.Number == range.StartLine))
        {
            var indent = line.Before.Length - line.Before.TrimStart().Length;
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {line.Number,5} | {line.Text[indent..].TrimEnd()}"));
            text.WriteLine($"          | {new string(' ', line.Before.Length - indent)}{new string('^', Math.Max(1, line.Marked.TrimEnd().Length))}");
        }
    }

    private static void WriteSummary(TextWriter text, ReportContent content)
    {
        var coverage = content.Result.Coverage;
        text.WriteLine(Words.Verdict(content.Summary));
        text.WriteLine($"  findings  {Words.Counts(content.Summary)}");
        text.WriteLine($"  coverage  {Words.CoverageOf(coverage)}");
        text.WriteLine($"  score     {Words.ScoreOf(content.Result)} ({ReportContent.ScoreMeaning})");
        if (ScoreWords.MadeOf(content) is { } parts)
            text.WriteLine($"  made of   {Show(parts)}");
    }

    private static string Place(SourceLocation? place) => place is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $" [{Show(place.Path)}({place.Range.StartLine},{place.Range.StartColumn})]");

    private static string Show(string text) => PlainText.Visible(text);
}
