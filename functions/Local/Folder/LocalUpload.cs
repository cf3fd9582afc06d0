using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>An upload that this host allowed.</summary>
public sealed record LocalUpload(TenantId Tenant, BlobKey Key, long Length, string Sha256, string ContentType, DateTimeOffset ExpiresAt);

/// <summary>Why an upload is refused.</summary>
public enum UploadRefusal
{
    /// <summary>It is not: the blob is there.</summary>
    None,

    /// <summary>It has more or fewer bytes than announced.</summary>
    Length,

    /// <summary>It has other bytes than announced.</summary>
    Checksum,
}
