using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Blobs;

/// <summary>Contents that are in memory already.</summary>
public static class BlobBytes
{
    /// <summary>Stores bytes as they are.</summary>
    /// <inheritdoc cref="IBlobs.PutAsync"/>
    public static async Task<BlobClaim> PutBytesAsync(this IBlobs blobs, TenantId tenant, BlobKey key, byte[] content, string contentType, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        using var bytes = new MemoryStream(content, writable: false);
        return await blobs.PutAsync(tenant, key, bytes, contentType, cancellation).ConfigureAwait(false);
    }
}
