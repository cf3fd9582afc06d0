using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.S3;

/// <summary>Blobs in a bucket of S3, each below its tenant's prefix. The hash is S3's checksum and also metadata, so that a head has it.</summary>
public sealed class S3Blobs(IAmazonS3 client, string bucket) : IBlobs
{
    private const int DeleteSize = 1000;

    public async Task<BlobClaim> PutAsync(TenantId tenant, BlobKey key, Stream content, string contentType, CancellationToken cancellation)
    {
        BlobInput.Check(content, contentType);
        var start = content.Position;
        var hash = await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false);
        content.Position = start;
        var claim = new BlobClaim(tenant, key, Convert.ToHexStringLower(hash), content.Length - start);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = S3Names.Of(tenant, key),
            InputStream = content,
            AutoCloseStream = false,
            AutoResetStreamPosition = false,
            ContentType = contentType,
            ChecksumSHA256 = Convert.ToBase64String(hash),
            UseChunkEncoding = false,
        };
        request.Metadata[S3Names.Sha256] = claim.Sha256;
        await client.PutObjectAsync(request, cancellation).ConfigureAwait(false);
        return claim;
    }

    public async Task<BlobContent?> OpenAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        try
        {
            var response = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = S3Names.Of(tenant, key) }, cancellation).ConfigureAwait(false);
            return new BlobContent(S3Names.Head(key, response.ContentLength, response.Metadata, response.Headers.ContentType), response.ResponseStream);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    public async Task<BlobHead?> HeadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        try
        {
            var response = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = S3Names.Of(tenant, key) }, cancellation).ConfigureAwait(false);
            return S3Names.Head(key, response.ContentLength, response.Metadata, response.Headers.ContentType);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(TenantId tenant, BlobKey key, CancellationToken cancellation) =>
        client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = S3Names.Of(tenant, key) }, cancellation);

    public async Task<int> DeleteAllAsync(TenantId tenant, BlobPrefix prefix, CancellationToken cancellation)
    {
        var names = new List<KeyVersion>();
        await foreach (var entry in ListAsync(tenant, prefix, cancellation).ConfigureAwait(false)) names.Add(new KeyVersion { Key = S3Names.Of(tenant, entry.Key) });
        foreach (var chunk in names.Chunk(DeleteSize)) // S3 answers 200 with the failures inside; the SDK makes them an exception.
            await client.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = bucket, Objects = [.. chunk], Quiet = true }, cancellation).ConfigureAwait(false);
        return names.Count;
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(TenantId tenant, BlobPrefix prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = S3Names.Of(tenant, prefix) };
        ListObjectsV2Response response;
        do
        {
            response = await client.ListObjectsV2Async(request, cancellation).ConfigureAwait(false);
            foreach (var each in response.S3Objects ?? [])
                if (S3Names.KeyOf(tenant, each.Key) is { } key) yield return new BlobEntry(key, each.Size ?? 0);
            request.ContinuationToken = response.NextContinuationToken;
        }
        while (response.IsTruncated == true);
    }

    public async Task<PresignedUpload> PresignUploadAsync(TenantId tenant, UploadRequest request, CancellationToken cancellation)
    {
        var headers = S3Names.UploadHeaders(request);
        var expires = Expiry();
        var sign = new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = S3Names.Of(tenant, request.Key),
            Verb = HttpVerb.PUT,
            Expires = expires,
            ContentType = request.ContentType,
            Protocol = Scheme,
        };
        foreach (var (name, value) in headers) sign.Headers[name] = value;
        var url = await client.GetPreSignedURLAsync(sign).WaitAsync(cancellation).ConfigureAwait(false);
        return new PresignedUpload(new Uri(url), headers, new DateTimeOffset(expires));
    }

    public async Task<Uri> PresignDownloadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        var sign = new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = S3Names.Of(tenant, key),
            Verb = HttpVerb.GET,
            Expires = Expiry(),
            Protocol = Scheme,
        };
        return new Uri(await client.GetPreSignedURLAsync(sign).WaitAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>The SDK signs with the system's clock, so the expiry is told by it too, in whole seconds: a client must not be told a later one.</summary>
    private static DateTime Expiry() => DateTime.UnixEpoch.AddSeconds(Math.Floor((TimeProvider.System.GetUtcNow() + PresignedUpload.Lifetime - DateTimeOffset.UnixEpoch).TotalSeconds));

    private Protocol Scheme => client.Config.ServiceURL?.StartsWith("http:", StringComparison.Ordinal) == true ? Protocol.HTTP : Protocol.HTTPS;
}
