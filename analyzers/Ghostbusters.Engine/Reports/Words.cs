using System.Globalization;

namespace Ghostbusters.Engine.Reports;

/// <summary>The words for severities and states, the same in every format that does not prescribe its own.</summary>
internal static class Words
{
    /// <summary>SARIF's level: <c>error</c>, <c>warning</c>, <c>note</c>.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Unknown severity."),
    };

    /// <summary>The state of the analysis.</summary>
    public static string Of(AnalysisStatus status) => status switch
    {
        AnalysisStatus.Complete => "complete",
        AnalysisStatus.Partial => "partial",
        AnalysisStatus.Nothing => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>SARIF's word; null without a baseline.</summary>
    public static string? Of(BaselineState state) => state switch
    {
        BaselineState.None => null,
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown baseline state."),
    };

    /// <summary>How a repair fared: <c>proved</c>, <c>refused</c>.</summary>
    public static string Of(RecoveryStatus status) => status switch
    {
        RecoveryStatus.Proved => "proved",
        RecoveryStatus.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    /// <summary>The headline of a report. Only a whole result without open findings is called clean.</summary>
    public static string Verdict(Summary summary) => summary.Status switch
    {
        AnalysisStatus.Nothing => "Nothing to analyse: there is no C# here.",
        AnalysisStatus.Partial => $"Incomplete: {Count(summary.Gaps, "gap")} in the analysis, {Findings(summary)} so far.",
        _ when summary.IsClean => "Clean: everything was analysed and nothing was found.",
        _ => $"{Capital(Findings(summary))}.",
    };

    /// <summary>The counts by severity, and what was left out of them.</summary>
    public static string Counts(Summary summary)
    {
        var text = $"{Count(summary.Errors, "error")}, {Count(summary.Warnings, "warning")}, {Count(summary.Notes, "note")}";
        if (summary.Suppressed > 0)
            text += $"; {summary.Suppressed} suppressed";
        return summary.Unchanged > 0 ? $"{text}; {summary.Unchanged} in the baseline" : text;
    }

    /// <summary>How much was analysed.</summary>
    public static string CoverageOf(Coverage coverage) => string.Create(CultureInfo.InvariantCulture,
        $"{coverage.FilesAnalysed} of {Count(coverage.FilesFound, "file")}, {Count(coverage.Lines, "line")}, {Count(coverage.Projects, "project")}");

    /// <summary>
    /// From 0 to 100, rounded down, so that only a perfect score shows as 100; and only as a bound where findings may be missing.
    /// </summary>
    public static string ScoreOf(AnalysisResult result) => result.Score is { } score
        ? $"{(result.Status == AnalysisStatus.Complete ? "" : "at most ")}{Points(score)} of 100" : "none: there was nothing to analyse";

    /// <summary>The score's number.</summary>
    public static string Points(double score) => Math.Floor(score * 100).ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}s");

    private static string Findings(Summary summary) => summary.Open == 0 ? "no finding" : Count(summary.Open, "finding");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
