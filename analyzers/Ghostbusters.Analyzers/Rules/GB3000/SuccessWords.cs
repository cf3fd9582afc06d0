using System.Text.RegularExpressions;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Texts that say that something went well.</summary>
internal static class SuccessWords
{
    // A negation, a condition, a part: then the text does not say it of the whole.
    private static readonly Regex Doubt = new(
        @"\b(not|n't|no|nothing|none|never|without|unsuccessful\w*|incomplete|if|unless|until|before|after|when|whether|may|might|should|cannot|can't|wasn't|isn't|didn't|couldn't|abort\w*|cancel\w*|skip\w*|ignor\w*|with errors?|but|although|partial\w*|attempt\w*|try|tried|retry|retrying|fallback|instead|unable|impossible|out of|invalid|fewer|rolled back|rollback|waiting|already|expected|only)\b|\?|n't\b|fail|error|warning|problem|exception|anyway|(^|\s)\s+of\b",
        RegexOptions.IgnoreCase);

    private static readonly Regex Strong = new(@"\b(success|successful|successfully|succeeded)\b|✓|✔|✅", RegexOptions.IgnoreCase);

    private static readonly Regex Complete = new(
        @"\b(completed|complete|done|saved|sent|created|updated|deleted|removed|imported|exported|published|processed|uploaded|downloaded|installed|migrated|synced|synchronized|delivered|submitted|stored|written|paid|charged|registered|deployed|restored)\b",
        RegexOptions.IgnoreCase);

    // `{Result}`, `{Failed}`: the message carries the outcome itself.
    private static readonly string[] Outcomes = ["result", "success", "status", "outcome", "fail", "error", "state", "code"];

    private static readonly Regex Placeholder = new(@"\{[^}]*\}", RegexOptions.CultureInvariant);

    /// <summary>Whether the word speaks of success, and not of what was done.</summary>
    public static bool IsStrong(string word) => Strong.IsMatch(word);

    /// <summary>The word by which the text says that something went well; null where it says it not, or with a doubt.</summary>
    /// <param name="text">The text of a message, placeholders included.</param>
    /// <param name="strongOnly">Only words of success: that something is complete may be said of its end.</param>
    public static string? In(string text, bool strongOnly = false)
    {
        if (text.IndexOf('{') >= 0 && Placeholder.Matches(text).Cast<Match>().Any(static p => Outcomes.Any(o => p.Value.IndexOf(o, StringComparison.OrdinalIgnoreCase) >= 0)))
            return null;
        // The doubts are dear to look for: few texts speak of success at all.
        var words = Placeholder.Replace(text, " ");
        var match = Strong.Match(words);
        if (!match.Success && !strongOnly)
            match = Complete.Match(words);
        return match.Success && !Doubt.IsMatch(words) ? match.Value : null;
    }
}
