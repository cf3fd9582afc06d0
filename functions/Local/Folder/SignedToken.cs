using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>A token of some texts and their HMAC. One of another purpose does not pass.</summary>
internal sealed class SignedToken(string purpose, SecretVersions secrets)
{
    private const int MaximumToken = 4000;

    private readonly byte[] _purpose = Encoding.UTF8.GetBytes(purpose + "\n");

    public string Write(params IEnumerable<string> parts)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        return Base64Url.EncodeToString(payload) + "." + Base64Url.EncodeToString(Mac(secrets.Current, payload));
    }

    /// <summary>The texts; null: it is no token of ours.</summary>
    public string[]? Read(string? token)
    {
        if (token is not { Length: > 0 and <= MaximumToken } || token.Split('.') is not [var body, var mac]) return null;
        if (!Base64Url.IsValid(body) || !Base64Url.IsValid(mac)) return null;
        var payload = Base64Url.DecodeFromChars(body);
        var given = Base64Url.DecodeFromChars(mac);
        var verified = false;
        foreach (var secret in secrets.Active) verified |= CryptographicOperations.FixedTimeEquals(given, Mac(secret, payload));
        return verified ? Encoding.UTF8.GetString(payload).Split('\n') : null;
    }

    private byte[] Mac(Secret secret, byte[] payload) => HMACSHA256.HashData(secret.Bytes, [.. _purpose, .. payload]);
}
