namespace Ghostbusters.Functions.Blobs;

/// <summary>
/// The name of a blob in a tenant's part of the store: segments of a–z, 0–9, '.', '_' and '-' joined by '/', each segment
/// beginning and ending with a letter or digit, at most 512 characters. So no key escapes a folder, and two keys that differ
/// are two files on every file system.
/// </summary>
public readonly record struct BlobKey
{
    private const int MaximumLength = 512;
    private const int MaximumSegment = 128;

    private readonly string? _value;

    private BlobKey(string value) => _value = value;

    /// <exception cref="InvalidOperationException">It is <c>default</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No key was given.");

    /// <exception cref="FormatException">The text is no key.</exception>
    public static BlobKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("That is no blob key.");

    public static bool TryParse(string? text, out BlobKey key)
    {
        key = default;
        if (text is not { Length: > 0 and <= MaximumLength }) return false;
        foreach (var segment in text.Split('/'))
            if (!IsSegment(segment)) return false;
        key = new BlobKey(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsSegment(string segment) =>
        segment is { Length: > 0 and <= MaximumSegment }
        && IsAlphanumeric(segment[0]) && IsAlphanumeric(segment[^1])
        && segment.All(static c => IsAlphanumeric(c) || c is '.' or '_' or '-');

    private static bool IsAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
