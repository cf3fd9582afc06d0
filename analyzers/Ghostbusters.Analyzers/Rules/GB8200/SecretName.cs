using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>What kind of secret a name speaks of.</summary>
internal enum SecretKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Something that a person could have thought of.</summary>
    Password,

    /// <summary>Something that a machine made, or should have.</summary>
    Key,

    /// <summary>The same, by a word that has other meanings too: only what looks random counts.</summary>
    Token,
}

/// <summary>Reads names: only their last words say what the value is (<c>PasswordHash</c> is a hash, <c>TokenEndpoint</c> an address).</summary>
internal static class SecretName
{
    private static readonly HashSet<string> Passwords = new(StringComparer.Ordinal) { "password", "passwd", "pwd", "passphrase", "passwort" };

    private static readonly HashSet<string> KeyOwners = new(StringComparer.Ordinal)
        { "api", "private", "access", "secret", "signing", "encryption", "shared", "account", "master", "license", "security", "jwt", "hmac", "symmetric", "aes", "subscription" };

    // What makes the value something else: an input's name, a message, a public part, a thing of a parser.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "public", "cancellation", "invalid", "wrong", "forgot", "reset", "change", "header", "claim", "param", "parameter", "field", "column", "label", "error", "message", "grant",
        "type", "prompt", "policy", "missing", "hashed", "encrypted", "masked", "syntax", "parser", "lexer", "regex", "pattern", "is", "has", "no", "antiforgery", "csrf", "xsrf", "continuation",
    };

    /// <summary>What the name says of its value.</summary>
    public static SecretKind KindOf(string name)
    {
        var words = PascalWords.Of(name).Select(static w => w.ToLowerInvariant()).Where(static w => !char.IsDigit(w[0])).ToImmutableArray();
        while (words.Length > 1 && words[words.Length - 1] is "value" or "default" or "async")
            words = words.RemoveAt(words.Length - 1);
        if (words.IsEmpty || words.Any(Others.Contains))
            return SecretKind.None;
        var last = words[words.Length - 1];
        if (Passwords.Contains(last) || (last == "word" && words.Length > 1 && words[words.Length - 2] == "pass"))
            return SecretKind.Password;
        if (last is "secret" or "apikey" or "privatekey" or "secretkey" or "accesskey" or "signingkey" || (last == "key" && words.Length > 1 && KeyOwners.Contains(words[words.Length - 2])))
            return SecretKind.Key;
        return last is "token" or "apitoken" or "accesstoken" or "pat" ? SecretKind.Token : SecretKind.None;
    }

    /// <summary>Whether a text is itself such a name, as keys of configurations, headers and forms are: <c>x-api-key</c>, <c>Smtp:Password</c>.</summary>
    public static bool IsName(string text)
    {
        var words = PascalWords.Of(text);
        return words.Length <= 3 && words.All(static w => w.All(char.IsLetter)) && text.All(static c => char.IsLetter(c) || c is '_' or '-' or '.' or ':' or ' ')
            && words.Any(static w => w.ToLowerInvariant() is "password" or "passwd" or "pwd" or "secret" or "key" or "token" or "apikey" or "passphrase" or "accesstoken" or "pass" or "auth" or "authorization" or "bearer");
    }
}
