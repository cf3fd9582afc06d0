namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>The shape of the tokens that one issuer hands out.</summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Prefix">What it starts with.</param>
/// <param name="Shortest">The fewest characters after the prefix.</param>
/// <param name="Longest">The most.</param>
/// <param name="IsOfToken">Which characters may follow.</param>
internal sealed record TokenShape(string Name, string Prefix, int Shortest, int Longest, Func<char, bool> IsOfToken)
{
    private const double LeastEntropy = 3.0;
    private const int AnyLength = int.MaxValue;

    private static readonly TokenShape[] All =
    [
        new("This AWS access key", "AKIA", 16, 16, IsUpperOrDigit),
        new("This AWS access key", "ASIA", 16, 16, IsUpperOrDigit),
        new("This GitHub token", "ghp_", 36, 36, IsAlphanumeric),
        new("This GitHub token", "gho_", 36, 36, IsAlphanumeric),
        new("This GitHub token", "ghs_", 36, 36, IsAlphanumeric),
        new("This GitHub token", "ghu_", 36, 36, IsAlphanumeric),
        new("This GitHub token", "github_pat_", 60, AnyLength, IsUrlSafe),
        new("This GitLab token", "glpat-", 20, 60, IsUrlSafe),
        new("This Slack token", "xoxb-", 24, AnyLength, IsUrlSafe),
        new("This Slack token", "xoxp-", 24, AnyLength, IsUrlSafe),
        new("This Stripe key", "sk_live_", 24, AnyLength, IsAlphanumeric),
        new("This Stripe key", "rk_live_", 24, AnyLength, IsAlphanumeric),
        new("This Google API key", "AIza", 35, 35, IsUrlSafe),
        new("This SendGrid key", "SG.", 60, 70, static c => IsUrlSafe(c) || c == '.'),
        new("This Anthropic key", "sk-ant-", 40, AnyLength, IsUrlSafe),
        new("This OpenAI key", "sk-proj-", 40, AnyLength, IsUrlSafe),
        new("This OpenAI key", "sk-", 48, 48, IsAlphanumeric),
        new("This NuGet key", "oy2", 43, 43, static c => c is >= 'a' and <= 'z' or >= '0' and <= '9'),
        new("This npm token", "npm_", 36, 36, IsAlphanumeric),
        new("This Hugging Face token", "hf_", 34, 34, IsAlphanumeric),
        new("This Twilio key", "SK", 32, 32, static c => c is >= 'a' and <= 'f' or >= '0' and <= '9'),
    ];

    /// <summary>The token in a text: what it is, and its own characters; null where there is none.</summary>
    public static (string Name, string Token)? FindIn(string text)
    {
        foreach (var shape in All)
        {
            if (shape.Match(text) is { } token)
                return (shape.Name, token);
        }

        return IsPrivateKey(text) ? ("This private key", "") : Jwt(text) is { } jwt ? ("This JSON web token", jwt) : null;
    }

    private string? Match(string text)
    {
        for (var at = text.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && IsUrlSafe(text[at - 1]))
                continue;
            var end = at + Prefix.Length;
            while (end < text.Length && IsOfToken(text[end]))
                end++;
            var length = end - at - Prefix.Length;
            var isWhole = end == text.Length || !IsAlphanumeric(text[end]);
            var token = text.Substring(at, end - at);
            if (isWhole && length >= Shortest && length <= Longest && Entropy.BitsPerCharacter(token.Substring(Prefix.Length)) >= LeastEntropy
                && token.IndexOf("example", StringComparison.OrdinalIgnoreCase) < 0)
            {
                return token;
            }
        }

        return null;
    }

    // The armour's first line alone is what parsers look for.
    private static bool IsPrivateKey(string text)
    {
        var end = text.IndexOf("PRIVATE KEY-----", StringComparison.Ordinal);
        return end > 0 && text.IndexOf("-----BEGIN ", StringComparison.Ordinal) is >= 0 and var start && start < end
            && text.Skip(end + "PRIVATE KEY-----".Length).TakeWhile(static c => c != '-').Count(IsAlphanumeric) >= 60;
    }

    private static string? Jwt(string text)
    {
        if (!text.StartsWith("eyJ", StringComparison.Ordinal))
            return null;
        var parts = text.Split('.');
        return parts.Length == 3 && parts.All(static p => p.Length >= 16 && p.All(IsUrlSafe)) ? text : null;
    }

    private static bool IsAlphanumeric(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';

    private static bool IsUpperOrDigit(char c) => c is >= 'A' and <= 'Z' or >= '0' and <= '9';

    private static bool IsUrlSafe(char c) => IsAlphanumeric(c) || c is '_' or '-';
}
