using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>Blobs in a folder. A file appears whole, by a rename, after it is on the disk.</summary>
/// <param name="root">The folder; it is made where it is missing.</param>
/// <param name="uploads">Signs addresses for uploads.</param>
public sealed class FolderBlobs(string root, LocalUploads uploads) : IBlobs
{
    private readonly BlobPaths _paths = new(Path.GetFullPath(root));

    public async Task<BlobClaim> PutAsync(TenantId tenant, BlobKey key, Stream content, string contentType, CancellationToken cancellation)
    {
        BlobInput.Check(content, contentType);
        var start = content.Position;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));
        content.Position = start;
        var claim = new BlobClaim(tenant, key, sha256, content.Length - start);
        var refusal = await BlobWrite.RunAsync(_paths, claim, contentType, content, cancellation).ConfigureAwait(false);
        return refusal == UploadRefusal.None ? claim : throw new IOException("The content changed while it was stored.");
    }

    /// <summary>Takes an upload at an address that <see cref="PresignUploadAsync"/> gave; what is not as announced leaves nothing.</summary>
    public Task<UploadRefusal> ReceiveAsync(LocalUpload upload, Stream body, CancellationToken cancellation) =>
        BlobWrite.RunAsync(_paths, new BlobClaim(upload.Tenant, upload.Key, upload.Sha256, upload.Length), upload.ContentType, body, cancellation);

    public async Task<BlobContent?> OpenAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        if (OpenFile(tenant, key) is not { } file) return null;
        return new BlobContent(await BlobFile.ReadHeadAsync(file, cancellation).ConfigureAwait(false), file);
    }

    public async Task<BlobHead?> HeadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(tenant, key, cancellation).ConfigureAwait(false);
        return content?.Head;
    }

    public Task DeleteAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        var path = _paths.Of(tenant, key);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    public async Task<int> DeleteAllAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var entry in ListAsync(tenant, prefix, cancellation).ConfigureAwait(false))
        {
            await DeleteAsync(tenant, entry.Key, cancellation).ConfigureAwait(false);
            count++;
        }
        return count;
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(TenantId tenant, BlobPrefix prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var folder = _paths.Of(tenant, prefix);
        if (!Directory.Exists(folder)) yield break;
        var keys = Directory.EnumerateFiles(folder, "*" + BlobPaths.Ending, SearchOption.AllDirectories)
            .Select(path => _paths.KeyOf(tenant, path)).OfType<BlobKey>().OrderBy(static k => k.Value, SortOrder.Comparer).ToList();
        foreach (var key in keys)
            if (await HeadAsync(tenant, key, cancellation).ConfigureAwait(false) is { } head) // Else it went meanwhile.
                yield return new BlobEntry(key, head.Length);
    }

    public Task<PresignedUpload> PresignUploadAsync(TenantId tenant, UploadRequest request, CancellationToken cancellation) =>
        Task.FromResult(uploads.Sign(tenant, request));

    public Task<Uri> PresignDownloadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) => Task.FromResult(uploads.Downloads.Sign(tenant, key));

    private FileStream? OpenFile(TenantId tenant, BlobKey key)
    {
        var path = _paths.Of(tenant, key);
        if (!File.Exists(path)) return null;
        try
        {
            return new FileStream(path, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // It was deleted between the question and the opening: there is none.
        }
    }
}
