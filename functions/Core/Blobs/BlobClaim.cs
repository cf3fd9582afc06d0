using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Blobs;

/// <summary>
/// What travels in a message instead of the content: where it is and what it must be. See <see cref="ClaimCheck"/> for reading.
/// </summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Key">Where.</param>
/// <param name="Sha256">The content's SHA-256, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">Bytes.</param>
public sealed record BlobClaim(TenantId Tenant, BlobKey Key, string Sha256, long Length);

/// <summary>What is known of a blob without its content.</summary>
/// <param name="Key">Where.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">As in <see cref="BlobClaim"/>.</param>
/// <param name="ContentType">As it was stored.</param>
public sealed record BlobHead(BlobKey Key, long Length, string Sha256, string ContentType);

/// <summary>A blob being read; dispose it.</summary>
public sealed class BlobContent(BlobHead head, Stream stream) : IAsyncDisposable
{
    public BlobHead Head { get; } = head;

    /// <summary>The content from its start; not seekable.</summary>
    public Stream Stream { get; } = stream;

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}

/// <summary>A blob in a list.</summary>
public sealed record BlobEntry(BlobKey Key, long Length);
