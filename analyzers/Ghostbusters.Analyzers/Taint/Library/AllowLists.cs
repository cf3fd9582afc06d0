using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>What a text that a pattern lets through can still harm: found by trying the characters that attacks need.</summary>
/// <remarks>The pattern is that of analysed code: it is tried on short texts only, and under a time limit.</remarks>
internal static class AllowLists
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    // By kind of sink: characters or texts without any of which an attack cannot be.
    private static readonly (SinkKinds Kind, string[] Needs)[] Attacks =
    [
        (SinkKinds.Sql, ["'", "\"", ";", " ", "-", "(", "`"]),
        (SinkKinds.Command, [";", "|", "&", "$", "`", "\n", ">", "<", " ", "-", "\"", "'"]),
        (SinkKinds.Path | SinkKinds.ZipSlip, ["/", "\\", ".."]),
        (SinkKinds.Xss, ["<", "\"", "'", "&", "("]),
        (SinkKinds.Redirect | SinkKinds.Ssrf, ["/", ":", "\\", "."]),
        (SinkKinds.Ldap, ["*", "(", ")", "\\", "|", "&", "="]),
        (SinkKinds.XPath, ["'", "\"", "[", "(", " ", "/", "="]),
        (SinkKinds.Log | SinkKinds.Header, ["\n", "\r"]),
        (SinkKinds.Xml, ["<", "&", "\"", "'"]),
        (SinkKinds.Format, ["{"]),
        (SinkKinds.Regex, ["(", "[", "*", "+", "{"]),
        (SinkKinds.Code, ["(", ";", ".", "\"", "{"]),
        (SinkKinds.Setting | SinkKinds.SearchPath, ["/", "\\", ";", "=", ":", "."]),
    ];

    /// <summary>The sinks that a value is safe for which is one of these constants. A text of such characters may still harm with them.</summary>
    public static SinkKinds SafeAs(IEnumerable<object?> constants) => constants.Aggregate(SinkKinds.All, static (safe, constant) => constant is char c ? safe & SafeAs(c) : safe);

    // What checks that each do a part say together. They lie beyond the kinds of sinks.
    private const SinkKinds NoSlash = (SinkKinds)(1L << 40);
    private const SinkKinds NoBackslash = (SinkKinds)(1L << 41);
    private const SinkKinds NoDots = (SinkKinds)(1L << 42);

    /// <summary>The sinks that a text is safe for which holds none of these characters or texts, and what that is a part of.</summary>
    public static SinkKinds SafeWithout(IReadOnlyCollection<string> missing) => Together(
        Attacks.Aggregate(SinkKinds.None, (safe, attack) => attack.Needs.All(need => missing.Any(need.Contains)) ? safe | attack.Kind : safe)
        | (missing.Contains("/") ? NoSlash : SinkKinds.None) | (missing.Contains("\\") ? NoBackslash : SinkKinds.None) | (missing.Any(static m => m is "." or "..") ? NoDots : SinkKinds.None));

    /// <summary>The same with what the parts say together: a name without separators leads nowhere else.</summary>
    public static SinkKinds Together(SinkKinds safe) =>
        (safe & NoSlash) != 0 && (safe & (NoBackslash | NoDots)) != 0 ? safe | SinkKinds.Path | SinkKinds.ZipSlip : safe;

    private static SinkKinds SafeAs(char character) =>
        Attacks.Aggregate(CharacterChecks.Safe, (safe, attack) => attack.Needs.Any(need => need.IndexOf(character) >= 0) ? safe & ~attack.Kind : safe);

    /// <summary>The sinks that a text is safe for once the pattern has matched it.</summary>
    public static SinkKinds SafeBy(Value pattern) => pattern.IsConstant(out var constant) && constant is string text && Parse(text) is { } regex && IsAnchored(text)
        ? Attacks.Aggregate(SinkKinds.Trust, (safe, attack) => attack.Needs.Any(need => LetsThrough(regex, need)) ? safe : safe | attack.Kind)
        : SinkKinds.None;

    /// <summary>The sinks that a text is safe for once every match was replaced.</summary>
    public static SinkKinds SafeAfterRemoval(Value pattern, string replacement) => pattern.IsConstant(out var constant) && constant is string text && Parse(text) is { } regex
        ? Attacks.Aggregate(SinkKinds.None, (safe, attack) => attack.Needs.Any(need => Survives(regex, need, replacement)) ? safe : safe | attack.Kind)
        : SinkKinds.None;

    // `$` lets a line end through, which only the kinds that split at one mind; a pattern without both ends says nothing of the rest.
    private static bool IsAnchored(string pattern) =>
        (pattern.StartsWith("^", StringComparison.Ordinal) || pattern.StartsWith("\\A", StringComparison.Ordinal))
        && (pattern.EndsWith("$", StringComparison.Ordinal) || pattern.EndsWith("\\z", StringComparison.Ordinal) || pattern.EndsWith("\\Z", StringComparison.Ordinal))
        && !HasBareAlternatives(pattern);

    // `^a|b$` is anchored at one side of each only.
    private static bool HasBareAlternatives(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] is '(' or '[')
                depth++;
            else if (pattern[i] is ')' or ']')
                depth--;
            else if (pattern[i] == '|' && depth == 0)
                return true;
        }

        return false;
    }

    private static Regex? Parse(string pattern)
    {
        try
        {
            return pattern.Length > 500 ? null : new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException)
        {
            // It is no pattern: the code that uses it throws.
            return null;
        }
    }

    // In texts of the lengths and mixtures that patterns usually want.
    private static bool LetsThrough(Regex regex, string need)
    {
        string[] fillers = ["a", "A", "1", "ab", "a1", "12", "abc", "ab1", "123", "abcd", "1234", "abcde", "12345", "abcdef", "123456", "abcdefgh", "12345678"];
        // `$` lets one line end through at the very end, where it begins no line of its own.
        var isLineEnd = need is "\n" or "\r";
        foreach (var filler in fillers)
        {
            if (isLineEnd ? Matches(regex, filler + need + filler) : Matches(regex, need + filler) || Matches(regex, filler + need) || Matches(regex, filler + need + filler))
                return true;
        }

        return !isLineEnd && Matches(regex, need);
    }

    private static bool Matches(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // Nothing is known of it then: it may let the text through.
            return true;
        }
    }

    private static bool Survives(Regex regex, string need, string replacement)
    {
        try
        {
            return regex.Replace("a" + need + "a", replacement).Contains(need);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
