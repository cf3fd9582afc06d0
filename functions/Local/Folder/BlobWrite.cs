using System.Buffers;
using System.Security.Cryptography;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>Writes a blob beside its place and moves it there when it is what it should be.</summary>
internal static class BlobWrite
{
    private const int BufferSize = 81920;

    public static async Task<UploadRefusal> RunAsync(BlobPaths paths, BlobClaim claim, string contentType, Stream content, CancellationToken cancellation)
    {
        var path = paths.Of(claim.Tenant, claim.Key);
        Directory.CreateDirectory(paths.Scratch);
        var scratch = Path.Combine(paths.Scratch, RandomNumberGenerator.GetHexString(32));
        try
        {
            var refusal = await WriteAsync(scratch, claim, contentType, content, cancellation).ConfigureAwait(false);
            if (refusal != UploadRefusal.None) return refusal;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(scratch, path, overwrite: true);
            return UploadRefusal.None;
        }
        finally
        {
            File.Delete(scratch); // Nothing where it was moved.
        }
    }

    /// <summary>Stops at the first byte too many: an upload cannot fill the disk.</summary>
    private static async Task<UploadRefusal> WriteAsync(string path, BlobClaim claim, string contentType, Stream content, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        await file.WriteAsync(BlobFile.WriteHead(new BlobHead(claim.Key, claim.Length, claim.Sha256, contentType)), cancellation).ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                if ((total += read) > claim.Length) return UploadRefusal.Length;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }
            if (total != claim.Length) return UploadRefusal.Length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != claim.Sha256) return UploadRefusal.Checksum;
        file.Flush(flushToDisk: true);
        return UploadRefusal.None;
    }
}
