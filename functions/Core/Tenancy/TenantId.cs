namespace Ghostbusters.Functions.Tenancy;

/// <summary>
/// Whose data it is. Every storage call names one; <c>default</c> is unusable, so that a forgotten tenant fails instead of
/// reading somebody's data.
/// </summary>
public readonly record struct TenantId
{
    private const int MaximumLength = 64;

    private readonly string? _value;

    private TenantId(string value) => _value = value;

    /// <summary>
    /// Owner of what belongs to no tenant: key hashes, installations, the list of tenants. No token or key can name it:
    /// <see cref="TryParse"/> refuses its text.
    /// </summary>
    public static TenantId Platform { get; } = new("_platform");

    /// <summary>1 to 64 of a–z, 0–9 and '-', the first a letter or digit: safe in keys, paths and addresses.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No tenant was given.");

    /// <exception cref="FormatException">The text is no tenant.</exception>
    public static TenantId Parse(string text) =>
        TryParse(text, out var tenant) ? tenant : throw new FormatException("A tenant is 1 to 64 of a-z, 0-9 and '-'.");

    /// <summary>Reads what a verified token, key or message says. Upper case is refused, not folded: ids are compared as they are.</summary>
    public static bool TryParse(string? text, out TenantId tenant)
    {
        tenant = default;
        if (text is not { Length: > 0 and <= MaximumLength } || text[0] == '-') return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        tenant = new TenantId(text);
        return true;
    }

    /// <summary>Reads what this system wrote itself, in which <see cref="Platform"/> may stand.</summary>
    /// <exception cref="FormatException">The text is no tenant.</exception>
    public static TenantId Read(string text) => text == Platform.Value ? Platform : Parse(text);

    public override string ToString() => Value;
}
