using System.Globalization;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>
/// What S3's presigned addresses are, for the local host: a token with all that was announced and its HMAC. The host routes
/// PUT below <see cref="Path"/> to <see cref="TryRead"/> and <see cref="FolderBlobs.ReceiveAsync"/>.
/// </summary>
/// <param name="origin">The host's address, such as <c>http://localhost:5080/</c>.</param>
public sealed class LocalUploads(Uri origin, SecretVersions secrets, TimeProvider clock)
{
    public const string Path = "uploads/";

    private readonly SignedToken _tokens = new("local upload", secrets);

    /// <summary>The addresses for downloads, signed with the same secret for another purpose.</summary>
    public LocalDownloads Downloads { get; } = new(origin, secrets, clock);

    public PresignedUpload Sign(TenantId tenant, UploadRequest request)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + PresignedUpload.Lifetime).ToUnixTimeSeconds());
        var token = _tokens.Write(
            tenant.Value, request.Key.Value, request.Length.ToString(CultureInfo.InvariantCulture), request.Sha256, request.ContentType,
            expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return new PresignedUpload(new Uri(origin, Path + token), new Dictionary<string, string> { ["content-type"] = request.ContentType }, expires);
    }

    /// <summary>False: it is no token of ours, or its five minutes are over; answer 403.</summary>
    public bool TryRead(string? token, out LocalUpload? upload)
    {
        upload = null;
        if (_tokens.Read(token) is not [var tenant, var key, var length, var sha256, var type, var expires]) return false;
        var read = new LocalUpload(
            TenantId.Read(tenant), BlobKey.Parse(key), long.Parse(length, CultureInfo.InvariantCulture), sha256, type,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)));
        if (read.ExpiresAt <= clock.GetUtcNow()) return false;
        upload = read;
        return true;
    }
}
