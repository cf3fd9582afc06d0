using System.Globalization;
using Amazon.S3.Model;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.S3;

/// <summary>Names of objects and their headers.</summary>
internal static class S3Names
{
    /// <summary>Metadata that holds the hash in hexadecimal.</summary>
    public const string Sha256 = "sha256";

    public static string Of(TenantId tenant, BlobKey key) => $"{tenant.Value}/{key.Value}";

    public static string Of(TenantId tenant, BlobPrefix prefix) => $"{tenant.Value}/{prefix.Value}";

    public static BlobKey? KeyOf(TenantId tenant, string name) => BlobKey.TryParse(name[(tenant.Value.Length + 1)..], out var key) ? key : null;

    /// <exception cref="InvalidDataException">The object was not stored by this class: it has no hash.</exception>
    public static BlobHead Head(BlobKey key, long length, MetadataCollection metadata, string contentType) =>
        metadata[Sha256] is { Length: > 0 } sha256 ? new BlobHead(key, length, sha256, contentType) : throw new InvalidDataException($"The object of '{key}' has no hash.");

    /// <summary>All are signed, so a PUT without one of them, or with another value, is refused by S3.</summary>
    public static Dictionary<string, string> UploadHeaders(UploadRequest request) => new()
    {
        ["content-type"] = request.ContentType,
        ["content-length"] = request.Length.ToString(CultureInfo.InvariantCulture),
        ["x-amz-checksum-sha256"] = Convert.ToBase64String(Convert.FromHexString(request.Sha256)),
        ["x-amz-meta-" + Sha256] = request.Sha256,
    };
}
