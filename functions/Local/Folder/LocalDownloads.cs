using System.Globalization;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>Addresses for one blob and five minutes. The host routes GET below <see cref="Path"/> to <see cref="TryRead"/>.</summary>
public sealed class LocalDownloads(Uri origin, SecretVersions secrets, TimeProvider clock)
{
    public const string Path = "downloads/";

    private readonly SignedToken _tokens = new("local download", secrets);

    public Uri Sign(TenantId tenant, BlobKey key)
    {
        var expires = (clock.GetUtcNow() + PresignedUpload.Lifetime).ToUnixTimeSeconds();
        return new Uri(origin, Path + _tokens.Write(tenant.Value, key.Value, expires.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>False: it is no token of ours, or its five minutes are over; answer 403.</summary>
    public bool TryRead(string? token, out TenantId tenant, out BlobKey key)
    {
        (tenant, key) = (default, default);
        if (_tokens.Read(token) is not [var owner, var blob, var expires]) return false;
        if (DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)) <= clock.GetUtcNow()) return false;
        (tenant, key) = (TenantId.Read(owner), BlobKey.Parse(blob));
        return true;
    }
}
