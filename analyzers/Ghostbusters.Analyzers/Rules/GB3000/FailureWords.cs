namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Words by which names and texts speak of failure.</summary>
internal static class FailureWords
{
    private static readonly string[] Words =
        ["error", "fail", "fault", "exception", "problem", "reason", "warning", "unavailable", "degraded", "skipped", "partial"];

    /// <summary>Whether one of them is in the text.</summary>
    public static bool IsIn(string text) => Words.Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
