namespace Ghostbusters.Functions.Blobs;

/// <summary>
/// An upload that a client announces: it says the length and the hash beforehand, both are signed, and the store refuses
/// other bytes. (A presigned PUT cannot carry a range; an exact length within one is stronger.)
/// </summary>
public sealed record UploadRequest
{
    /// <exception cref="ArgumentException">The hash is no SHA-256 in lower-case hexadecimal, or the content type is no header value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length lies outside of the range.</exception>
    public UploadRequest(BlobKey key, long length, string sha256, string contentType, UploadRange range)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, range.Minimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, range.Maximum);
        if (!IsSha256(sha256)) throw new ArgumentException("64 lower-case hexadecimal digits are wanted.", nameof(sha256));
        if (!IsContentType(contentType)) throw new ArgumentException("A media type is wanted.", nameof(contentType));
        (Key, Length, Sha256, ContentType) = (key, length, sha256, contentType);
    }

    public BlobKey Key { get; }

    public long Length { get; }

    public string Sha256 { get; }

    public string ContentType { get; }

    public static bool IsSha256(string? text) =>
        text is { Length: 64 } && text.All(static c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');

    public static bool IsContentType(string? text) =>
        text is { Length: > 2 and <= 100 } && text.Contains('/') && text.All(static c => c is > ' ' and < (char)127 and not '"' and not '\\');
}

/// <summary>How long an upload may be, in bytes, both inclusive.</summary>
public readonly record struct UploadRange(long Minimum, long Maximum);

/// <summary>Where and how to send an upload.</summary>
/// <param name="Url">Address for one PUT.</param>
/// <param name="Headers">What the PUT must carry, as it is.</param>
/// <param name="ExpiresAt">Until when the address is good: five minutes.</param>
public sealed record PresignedUpload(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
}
