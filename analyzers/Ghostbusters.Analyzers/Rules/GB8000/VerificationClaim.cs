namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>What a method's name says that it decides.</summary>
/// <param name="Words">The promise in prose: <c>verify signature</c>.</param>
/// <param name="IsStrict">It is about access or authenticity; else only about well-formed input.</param>
internal sealed record VerificationClaim(string Words, bool IsStrict)
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "verify", "authorize", "authorise", "authenticate" };

    private static readonly HashSet<string> Verdicts = new(StringComparer.Ordinal) { "authorized", "authorised", "authenticated", "permitted", "verified" };

    // What access or authenticity depends on.
    private static readonly HashSet<string> Objects = new(StringComparer.Ordinal)
    {
        "password", "passwd", "passphrase", "passcode", "token", "tokens", "signature", "signatures", "certificate", "certificates", "credential", "credentials", "license", "licence", "permission", "permissions",
        "access", "apikey", "login", "hmac", "mac", "jwt", "captcha", "recaptcha", "otp", "totp", "pin", "claim", "claims", "nonce", "integrity", "authorization", "authentication", "antiforgery", "csrf", "issuer",
        "audience", "role", "roles", "secret", "privilege", "privileges", "hash", "digest", "webhook", "entitlement", "mfa",
    };

    private static readonly HashSet<string> Rights = new(StringComparer.Ordinal)
        { "permission", "permissions", "access", "role", "roles", "claim", "privilege", "privileges", "authorization", "right", "rights" };

    private static readonly string[] Starts = ["Verify", "Auth", "Validate", "Check", "Ensure", "Is", "Has", "Can"];

    private static readonly string[] Ends = ["Valid", "Match", "Matches", "ValidAsync", "MatchAsync", "MatchesAsync"];

    /// <summary>The claim of a name; null where it promises no check.</summary>
    public static VerificationClaim? Of(string name)
    {
        // Asked of every call: most names are not even taken apart.
        if (!Starts.Any(s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase)) && !Ends.Any(e => name.EndsWith(e, StringComparison.Ordinal)))
            return null;
        var words = PascalWords.Of(WithoutAsync(name)).Select(static w => w.ToLowerInvariant()).ToList();
        if (words.Count == 0 || words[0] == "try")
            return null;
        return IsStrictly(words) ? new VerificationClaim(Prose(words), IsStrict: true)
            : words[0] == "validate" || (words[0] == "is" && words.Contains("valid")) ? new VerificationClaim(Prose(words), IsStrict: false)
            : null;
    }

    private static bool IsStrictly(List<string> words)
    {
        var isAboutAccess = words.Skip(1).Any(Objects.Contains) || words.Zip(words.Skip(1), static (a, b) => a == "api" && b == "key").Any(static k => k);
        return words[0] switch
        {
            var verb when Verbs.Contains(verb) => true,
            "validate" or "check" or "ensure" => isAboutAccess,
            "is" => words.Any(Verdicts.Contains) || (isAboutAccess && words.Contains("valid")),
            "has" => words.Count > 1 && Rights.Contains(words[1]),
            "can" => words.Count > 1 && words[1] == "access",
            var thing => Objects.Contains(thing) && words.Count > 1 && words[words.Count - 1] is "valid" or "matches" or "match",
        };
    }

    // "is authorized" is a question, "verify x" a task.
    private static string Prose(List<string> words) =>
        words[0] is "is" or "has" or "can" ? $"answer '{string.Join(" ", words)}'" : string.Join(" ", words);

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
}
