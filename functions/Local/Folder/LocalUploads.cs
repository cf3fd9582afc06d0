using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    private const int MaximumToken = 4000;

    public PresignedUpload Sign(TenantId tenant, UploadRequest request)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + PresignedUpload.Lifetime).ToUnixTimeSeconds());
        var payload = Encoding.UTF8.GetBytes(string.Join('\n',
            tenant.Value, request.Key.Value, request.Length.ToString(CultureInfo.InvariantCulture), request.Sha256, request.ContentType,
            expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        var token = Base64Url.EncodeToString(payload) + "." + Base64Url.EncodeToString(Mac(secrets.Current, payload));
        return new PresignedUpload(new Uri(origin, Path + token), new Dictionary<string, string> { ["content-type"] = request.ContentType }, expires);
    }

    /// <summary>False: it is no token of ours, or its five minutes are over; answer 403.</summary>
    public bool TryRead(string? token, out LocalUpload? upload)
    {
        upload = null;
        if (token is not { Length: > 0 and <= MaximumToken } || token.Split('.') is not [var body, var mac]) return false;
        if (!Base64Url.IsValid(body) || !Base64Url.IsValid(mac)) return false;
        var payload = Base64Url.DecodeFromChars(body);
        var given = Base64Url.DecodeFromChars(mac);
        var verified = false;
        foreach (var secret in secrets.Active) verified |= CryptographicOperations.FixedTimeEquals(given, Mac(secret, payload));
        if (!verified || Encoding.UTF8.GetString(payload).Split('\n') is not [var tenant, var key, var length, var sha256, var type, var expires]) return false;
        var read = new LocalUpload(
            TenantId.Read(tenant), BlobKey.Parse(key), long.Parse(length, CultureInfo.InvariantCulture), sha256, type,
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)));
        if (read.ExpiresAt <= clock.GetUtcNow()) return false;
        upload = read;
        return true;
    }

    /// <summary>Signed for this purpose only: a token of another use of the secret does not pass.</summary>
    private static byte[] Mac(Secret secret, byte[] payload) => HMACSHA256.HashData(secret.Bytes, [.. "local upload\n"u8, .. payload]);
}
