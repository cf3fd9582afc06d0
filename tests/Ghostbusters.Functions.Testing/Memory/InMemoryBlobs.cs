using System.Security.Cryptography;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>Blobs as the port describes them. Its presigned addresses lead nowhere.</summary>
public sealed class InMemoryBlobs(TimeProvider clock) : IBlobs
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(TenantId Tenant, BlobKey Key), (BlobHead Head, byte[] Content)> _blobs = [];

    public async Task<BlobClaim> PutAsync(TenantId tenant, BlobKey key, Stream content, string contentType, CancellationToken cancellation)
    {
        _ = tenant.Value;
        BlobInput.Check(content, contentType);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        var bytes = copy.ToArray();
        var claim = new BlobClaim(tenant, key, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
        lock (_lock) _blobs[(tenant, key)] = (new BlobHead(key, bytes.Length, claim.Sha256, contentType), bytes);
        return claim;
    }

    public Task<BlobContent?> OpenAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        _ = tenant.Value;
        lock (_lock)
            return Task.FromResult(_blobs.TryGetValue((tenant, key), out var blob) ? new BlobContent(blob.Head, new MemoryStream(blob.Content, writable: false)) : null);
    }

    public async Task<BlobHead?> HeadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(tenant, key, cancellation);
        return content?.Head;
    }

    public Task DeleteAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        _ = tenant.Value;
        lock (_lock) _blobs.Remove((tenant, key));
        return Task.CompletedTask;
    }

    public Task<int> DeleteAllAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(Below(tenant, prefix).Count(entry => _blobs.Remove((tenant, entry.Key))));
    }

    public IAsyncEnumerable<BlobEntry> ListAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation)
    {
        lock (_lock) return Below(tenant, prefix).ToAsyncEnumerable();
    }

    public Task<PresignedUpload> PresignUploadAsync(TenantId tenant, UploadRequest request, CancellationToken cancellation) => Task.FromResult(
        new PresignedUpload(new Uri($"memory://{tenant}/{request.Key}"), new Dictionary<string, string>(), clock.GetUtcNow() + PresignedUpload.Lifetime));

    public Task<Uri> PresignDownloadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) => Task.FromResult(new Uri($"memory://{tenant}/{key}"));

    private List<BlobEntry> Below(TenantId tenant, BlobPrefix prefix) => [.. _blobs
        .Where(b => b.Key.Tenant == tenant && prefix.Holds(b.Key.Key))
        .Select(static b => new BlobEntry(b.Key.Key, b.Value.Content.Length))
        .OrderBy(static e => e.Key.Value, SortOrder.Comparer)];
}
