namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Tells values that could be a secret from names, placeholders, addresses and messages.</summary>
internal static class SecretValue
{
    private const double RandomEntropy = 3.0;

    // The account keys of the storage and the database emulator are printed in their manuals.
    private static readonly string[] EmulatorKeys = ["Eby8vdM02xNO", "C2y6yDjf5/R+"];

    private static readonly string[] Placeholders =
    [
        "your", "xxx", "***", "•••", "...", "example", "sample", "placeholder", "dummy", "todo", "replace", "insert", "redacted", "masked", "hidden", "undefined", "not-set", "notset", "<", ">", "{", "}", "$(", "%",
    ];

    private static readonly string[] Words = ["true", "false", "null", "none", "empty", "basic", "bearer", "default", "string", "text", "optional", "required", "invalid", "unknown"];

    /// <summary>Whether the value can be a secret of this kind.</summary>
    public static bool IsSecret(string value, SecretKind kind)
    {
        if (value.Length > 4096 || value.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)) || IsPlaceholder(value) || SecretName.IsName(value) || IsAddress(value))
            return false;
        return kind switch
        {
            SecretKind.Password => value.Length >= 4,
            SecretKind.Key => value.Length >= 8 && (Mixes(value) || (value.Length >= 16 && IsRandom(value))),
            SecretKind.Token => value.Length >= 16 && Mixes(value) && IsRandom(value),
            _ => false,
        };
    }

    /// <summary>Whether a part of a connection string is its secret.</summary>
    public static bool IsSecretOfConnection(string value) =>
        value.Length >= 3 && !value.Any(char.IsWhiteSpace) && !IsPlaceholder(value) && !SecretName.IsName(value);

    /// <summary>Whether a text that is handed over as a key can be one: signs are as good as letters there, unless they mark a gap.</summary>
    public static bool IsKey(string value) =>
        value[0] is not ('<' or '{' or '$' or '%') && IsSecretOfConnection(string.Concat(value.Where(static c => c is not ('<' or '>' or '{' or '}' or '%') && !char.IsWhiteSpace(c))));

    /// <summary>Whether the value only says its own name again, as keys of features and settings do: <c>ResetPassword = "reset-password"</c>.</summary>
    public static bool Repeats(string value, string name) =>
        value.Any(static c => c is '-' or '_' or '.') && string.Equals(Letters(value), Letters(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>As much of it as may be shown: a few first characters of a long one, nothing of a short one.</summary>
    public static string Mask(string value) => value.Substring(0, value.Length < 12 ? 0 : Math.Min(4, value.Length / 6)) + "…";

    private static bool IsPlaceholder(string value) =>
        EmulatorKeys.Any(key => value.StartsWith(key, StringComparison.Ordinal)) || value.All(c => c == value[0])
        || Words.Contains(value.ToLowerInvariant()) || Placeholders.Any(p => value.IndexOf(p, StringComparison.OrdinalIgnoreCase) >= 0);

    // Addresses, paths, dotted names of resources and types.
    private static bool IsAddress(string value) =>
        value.Contains("://") || value[0] is '/' or '~' or '\\' or '.' or '#' or '@'
        || (value.Any(static c => c is '.' or ':' or '/') && !value.Any(char.IsDigit));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static bool Mixes(string value) => value.Any(char.IsLetter) && value.Any(char.IsDigit);

    private static bool IsRandom(string value) => Entropy.BitsPerCharacter(value) >= RandomEntropy;
}
