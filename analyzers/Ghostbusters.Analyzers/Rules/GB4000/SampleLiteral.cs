using System.Text.RegularExpressions;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Texts that stand for data in samples and nowhere else: everybody's John Doe.</summary>
internal static class SampleLiteral
{
    private const int Longest = 200;

    private static readonly HashSet<string> Wholes = new(StringComparer.OrdinalIgnoreCase)
    {
        "John Doe", "Jane Doe", "John Q. Public", "John Smith", "Jane Smith", "Max Mustermann", "Erika Mustermann", "Alice Johnson", "Bob Smith", "Bob Johnson",
        "Test User", "Acme Corp", "Acme Corp.", "Acme Corporation", "Acme Inc", "Acme Inc.", "ACME, Inc.", "Foo Bar", "Anytown", "Anytown, USA", "Springfield, USA",
    };

    // `Mock response …`, `Sample product 1`, `Dummy text`: the first word owns up, the second says what for.
    private static readonly Regex OwnsUp = new(
        @"^(this is (a |an )?)?(mock(ed)?|fake|dummy|sample|simulated|placeholder) (user|customer|product|item|order|title|text|name|description|content|address|company|data|response|result|answer|reply|summary|message|document|analysis|transcript(ion)?|translation|article|record|invoice|value)s?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly Regex Mail = new(
        @"^[\w.+-]+@(example\.(com|org|net)|test\.com)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly Regex Street = new(
        @"^\d{1,5} (Main|Elm|Oak|Maple|Fake|Example|Sample|Test) (St|Street|Ave|Avenue|Rd|Road|Lane)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly Regex Phone = new(
        @"^(\+?1[-. ]?)?(\(\d{3}\) ?|\d{3}[-. ])?555[-. ]\d{4}$", RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <summary>Whether the whole text is sample data; a sentence that mentions some is none.</summary>
    public static bool Is(string text) =>
        text.Length is >= 7 and <= Longest
            ? Wholes.Contains(text) || IsPattern(text)
            : text.Length > Longest && text.StartsWith("Lorem ipsum", StringComparison.OrdinalIgnoreCase);

    // One look at a character rules nearly all texts out before any pattern runs.
    private static bool IsPattern(string text) => char.ToLowerInvariant(text[0]) switch
    {
        'l' when text.StartsWith("Lorem ipsum", StringComparison.OrdinalIgnoreCase) => true,
        'm' or 'f' or 'd' or 's' or 'p' or 't' when OwnsUp.IsMatch(text) => true,
        >= '0' and <= '9' or '(' or '+' => Street.IsMatch(text) || Phone.IsMatch(text),
        _ => text.IndexOf('@') > 0 && Mail.IsMatch(text),
    };
}
