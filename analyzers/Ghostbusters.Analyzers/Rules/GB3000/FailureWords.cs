namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Words by which names and texts speak of failure.</summary>
internal static class FailureWords
{
    private static readonly string[] Words =
        ["error", "fail", "fault", "exception", "problem", "reason", "warning", "unavailable", "degraded", "skipped", "partial"];

    /// <summary>Whether one of them is in the text.</summary>
    public static bool IsIn(string text) => Words.Any(w => At(text, w, 0) >= 0);

    // A default is no fault.
    private static int At(string text, string word, int from)
    {
        var at = text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
        return word == "fault" && at >= 2 && text.Substring(at - 2, 2).Equals("de", StringComparison.OrdinalIgnoreCase) ? At(text, word, at + 1) : at;
    }
}
