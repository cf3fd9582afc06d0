using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>An input that a chain of replacements lets through although it looks for just that.</summary>
/// <param name="Input">The input.</param>
/// <param name="Output">What comes out, which holds the token.</param>
/// <param name="Token">What the chain is there to take out.</param>
/// <param name="Place">Where it does.</param>
internal sealed record Bypass(string Input, string Output, string Token, SyntaxNode Place)
{
    private static readonly string[] Dangers =
    [
        "script", "iframe", "<object", "<embed", "<img", "<svg", "onerror", "onload", "onclick", "javascript", "vbscript", "expression(", "../", "..\\", "--", "/*", "xp_", "${", "{{", "<%", "<?", "\r\n", "%0d", "%0a", "%2e", "eval",
        "drop", "delete", "insert", "update", "union", "select", "exec", "alter", "truncate", " or ", "' or", "1=1",
    ];

    /// <summary>Tries what is known to get past such chains; null where the chain holds.</summary>
    public static Bypass? Of(TextChain chain)
    {
        foreach (var (token, isRemoved, place) in chain.Replaced.Where(static r => r.Token.Length > 1 && Dangers.Any(d => r.Token.IndexOf(d, StringComparison.OrdinalIgnoreCase) >= 0)))
        {
            foreach (var input in Tries(token, isRemoved))
            {
                var output = chain.Apply(input);
                if (output.IndexOf(token, StringComparison.OrdinalIgnoreCase) >= 0)
                    return new Bypass(input, output, token, place);
            }
        }

        return null;
    }

    // The token in itself, so that taking it out puts it together; and in other letters.
    private static IEnumerable<string> Tries(string token, bool isRemoved)
    {
        for (var split = 1; isRemoved && split < token.Length; split++)
            yield return token.Substring(0, split) + token + token.Substring(split);
        if (token.ToUpperInvariant() is var upper && upper != token)
            yield return upper;
        if (token.ToLowerInvariant() is var lower && lower != token)
            yield return lower;
        if (token.Any(char.IsLetter))
            yield return string.Concat(token.Select(static (c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
    }
}
