using System.Globalization;
using Ghostbusters.Engine.Analysis;

namespace Ghostbusters.Engine.Reports;

/// <summary>The score's factors, so that a reader can multiply them and come to the same number.</summary>
internal static class ScoreWords
{
    private const int MostParts = 8;

    /// <summary>The factors, the files' share first and then the greatest losses; null where there is no score.</summary>
    public static string? MadeOf(ReportContent content)
    {
        if (content.Result.Score is null)
            return null;
        var (coverage, parts) = (content.Result.Coverage, ConfidenceScore.PartsOf(
            content.Result.Open, content.Result.Notices, id => content.Options.PrecisionOf(id) ?? RulePrecision.OfUnmeasuredRule));
        var rest = parts.Skip(MostParts).ToList();
        string[] all =
        [
            $"{Number((double)coverage.FilesAnalysed / coverage.FilesFound)} ({coverage.FilesAnalysed} of {Words.Count(coverage.FilesFound, "file")})",
            .. parts.Take(MostParts).Select(static p => $"{Number(p.Factor)} ({Of(p)})"),
            .. rest.Count == 0 ? Array.Empty<string>() : [$"{Number(rest.Aggregate(1.0, static (a, p) => a * p.Factor))} ({Words.Count(rest.Sum(static p => p.Count), "more finding")})"],
        ];
        return string.Join(" × ", all);
    }

    private static string Of(ScorePart part) => part.RuleId is { } rule
        ? $"{rule}: {Words.Count(part.Count, Words.Of(part.Severity!.Value))}, {Number(part.Precision)} right" : Words.Count(part.Count, "gap");

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
