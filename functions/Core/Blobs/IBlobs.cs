using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Blobs;

/// <summary>
/// Contents too large for an item or a message. A write is visible whole or not at all; the last one wins.
/// Implementations may be used by many threads.
/// </summary>
public interface IBlobs
{
    /// <summary>Stores the content from the stream's position to its end and says what was stored.</summary>
    /// <param name="content">Seekable, because it is read once for its hash and once to be sent.</param>
    /// <param name="contentType">A media type, see <see cref="UploadRequest.IsContentType"/>.</param>
    /// <exception cref="ArgumentException">The stream cannot seek, or the content type is none.</exception>
    Task<BlobClaim> PutAsync(TenantId tenant, BlobKey key, Stream content, string contentType, CancellationToken cancellation);

    /// <summary>Opens a blob for reading; null where there is none. Nothing is checked: see <see cref="ClaimCheck"/>.</summary>
    Task<BlobContent?> OpenAsync(TenantId tenant, BlobKey key, CancellationToken cancellation);

    /// <summary>What is known of a blob; null where there is none.</summary>
    Task<BlobHead?> HeadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation);

    /// <summary>Deletes. Deleting what is not there is no error.</summary>
    Task DeleteAsync(TenantId tenant, BlobKey key, CancellationToken cancellation);

    /// <summary>Deletes everything below the prefix and says how many blobs that were.</summary>
    Task<int> DeleteAllAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation);

    /// <summary>Everything below the prefix, in the order of the keys' bytes.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation);

    /// <summary>An address to which a client may send exactly the announced bytes, once it likes, within five minutes.</summary>
    Task<PresignedUpload> PresignUploadAsync(TenantId tenant, UploadRequest request, CancellationToken cancellation);

    /// <summary>An address at which anybody who has it can get this one blob, for five minutes.</summary>
    Task<Uri> PresignDownloadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation);
}
