namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>What names say that a value is for: words of one name, alone or next to each other.</summary>
internal static class PurposeWords
{
    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal) { "password", "passwd", "pwd", "passphrase", "passwort", "senha", "mdp" };

    private static readonly HashSet<string> Secrets = new(StringComparer.Ordinal)
        { "secret", "credential", "credentials", "otp", "csrf", "xsrf", "nonce", "salt", "passcode", "apikey", "sessionid", "accesstoken", "authtoken", "licensekey" };

    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal) { "bytes", "byte", "value", "text", "string", "array", "buffer", "code", "hex", "base", "of", "for", "data", "key", "token", "async", "to", "number" };

    private static readonly HashSet<string> KeyOwners = new(StringComparer.Ordinal)
        { "api", "private", "secret", "signing", "encryption", "crypto", "aes", "hmac", "master", "license", "symmetric", "cipher", "des" };

    private static readonly HashSet<string> TokenOwners = new(StringComparer.Ordinal)
        { "access", "auth", "authentication", "refresh", "reset", "session", "login", "security", "bearer", "csrf", "confirmation", "verification", "activation", "invite", "user", "api", "remember", "generate", "create", "new", "make", "secure", "issue", "email" };

    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal) { "signature", "sign", "signed", "signing", "encrypt", "encryption", "credential", "credentials", "secret", "hmac", "mac" };

    /// <summary>The lower-case words of a name.</summary>
    public static IReadOnlyList<string> Of(string name) => name.Length > 80 ? [] : [.. PascalWords.Of(name).Select(static w => w.ToLowerInvariant())];

    /// <summary>Whether the name is of a password itself: <c>newPassword</c>, not <c>PasswordHash</c>.</summary>
    public static bool IsPassword(string name) => Of(name) is { Count: > 0 } words
        && (words.Any(Passwords.Contains) || words.Zip(words.Skip(1), static (a, b) => a == "pass" && b is "word" or "phrase").Any(static b => b) || (words.Count == 1 && words[0] == "pass"));

    /// <summary>Whether the name is of something that nobody may guess.</summary>
    public static bool IsSecret(string name)
    {
        var words = Of(name);
        if (words.Any(static w => w is "cancellation" or "syntax" or "parser" or "lexer" or "public" or "foreign" or "primary" or "change"))
            return false;
        return IsPassword(name) || IsOf(words, Secrets)
            || words.Zip(words.Skip(1), static (a, b) => (b is "key" or "keys" && KeyOwners.Contains(a)) || (b is "token" or "tokens" && TokenOwners.Contains(a)) || (a == "session" && b == "id") || (a is "verification" or "security" or "confirmation" or "reset" or "activation" or "recovery" or "backup" or "auth" or "login" or "sms" && b is "code" or "codes" or "pin")).Any(static b => b)
            || (words.Count == 1 && words[0] is "token" or "pin") || (words.Count > 0 && words[words.Count - 1] == "iv");
    }

    // The word that says what it is comes last, or what follows says in which form.
    private static bool IsOf(IReadOnlyList<string> words, HashSet<string> kinds)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (kinds.Contains(words[i]) && (i == words.Count - 1 || Forms.Contains(words[i + 1])))
                return true;
        }

        return false;
    }

    /// <summary>Whether the name speaks of proving or hiding something.</summary>
    public static bool IsProtection(string name) => Of(name).Any(Checks.Contains);

    /// <summary>Whether a word of the name is one of these.</summary>
    public static bool Has(string name, HashSet<string> words) => Of(name).Any(words.Contains);
}
