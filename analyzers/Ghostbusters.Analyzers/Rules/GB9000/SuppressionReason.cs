using System.Globalization;
using System.Text.RegularExpressions;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>What the words beside a silencing say: why, and until when.</summary>
internal static class SuppressionReason
{
    /// <summary>How a day is written.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    // Something that is meant as a date, whether or not it is one.
    private static readonly Regex Expiry = new(@"\b(?:until|till|expires|expiry)\s*:?\s*(?:on\s+)?(?<day>\d{4}-\d+-\d+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Words that say that something is silenced, not why.
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "all", "analyzer", "analyzers", "and", "disable", "disabled", "do", "finding", "findings", "fix", "fixme", "for", "ghostbusters", "hack",
        "here", "ignore", "ignored", "is", "it", "justification", "later", "me", "message", "n", "none", "not", "now", "ok", "pending", "please",
        "reason", "rule", "rules", "shut", "silence", "silenced", "suppress", "suppressed", "suppression", "tbd", "temp", "temporarily",
        "temporary", "the", "this", "todo", "up", "warning", "warnings", "xxx",
    };

    /// <summary>Whether the words give a reason: more than fillers, a date, the rule's id or its own title.</summary>
    public static bool IsGiven(string words)
    {
        var rest = Expiry.Replace(words, " ");
        foreach (var rule in RuleCatalog.Descriptors)
        {
            rest = rest.Replace(rule.Title.ToString(CultureInfo.InvariantCulture), " ");
        }

        return rest.Split(static c => !char.IsLetterOrDigit(c)).Any(static word =>
            word.Any(char.IsLetter) && !Fillers.Contains(word) && !Silencing.IsOurs(word));
    }

    /// <summary>The day after which the silencing is to end, as it is written; null where no day is named.</summary>
    public static string? ExpiryOf(string words) => Expiry.Match(words) is { Success: true } match ? match.Groups["day"].Value : null;

    /// <summary>Reads a day; null where the calendar has no such day.</summary>
    public static DateTime? Day(string text) =>
        DateTime.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<string> Split(this string text, Func<char, bool> isSeparator)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !isSeparator(text[i]))
                continue;
            if (i > start)
                yield return text.Substring(start, i - start);
            start = i + 1;
        }
    }
}
