namespace Ghostbusters.Functions.Blobs;

/// <summary>Whole leading segments of keys: <c>scans/1</c> holds <c>scans/1/a</c> and not <c>scans/10</c>.</summary>
public readonly record struct BlobPrefix
{
    private readonly BlobKey _folder;

    private BlobPrefix(BlobKey folder) => _folder = folder;

    /// <summary>The folder with its slash.</summary>
    public string Value => _folder.Value + "/";

    /// <exception cref="FormatException">The text is no key, without or with a slash at its end.</exception>
    public static BlobPrefix Parse(string text) => new(BlobKey.Parse(text.EndsWith('/') ? text[..^1] : text));

    public bool Holds(BlobKey key) => key.Value.StartsWith(Value, StringComparison.Ordinal);

    public override string ToString() => Value;
}
