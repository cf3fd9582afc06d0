using System.Text.RegularExpressions;

namespace Ghostbusters.Functions.Logs;

/// <summary>Takes out of a text what must not be logged: keys, tokens, e-mail addresses, IP addresses, users' home folders.</summary>
public static partial class LogMask
{
    private const int MaximumLength = 2000;
    private const string Hidden = "[masked]";

    /// <summary>The text without secrets and personal data, at most 2,000 characters and one line.</summary>
    public static string Apply(string text)
    {
        var cut = text.Length <= MaximumLength ? text : text[..MaximumLength] + "…";
        return Sensitive().Replace(cut, Hidden);
    }

    /// <summary>Linear in the text's length, whatever it is.</summary>
    [GeneratedRegex(
        """
        gb_[A-Za-z0-9_\-]{8,}
        | whsec_[A-Za-z0-9+/=]{8,}
        | gh[pousr]_[A-Za-z0-9]{16,} | github_pat_[A-Za-z0-9_]{16,} | glpat-[A-Za-z0-9_\-]{8,}
        | (?:AKIA|ASIA)[A-Z0-9]{12,}
        | eyJ[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*){0,2}
        | (?:sk|pk|xox[abp])[-_][A-Za-z0-9_\-]{12,}
        | (?i:bearer|basic)[ ]+[A-Za-z0-9+/=._\-]{8,}
        | [A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+
        | \b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b
        | (?<=/home/|/Users/|\\Users\\)[^/\\\s]+
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sensitive();
}
