using System.Buffers.Text;
using System.Security.Cryptography;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Paging;

/// <summary>
/// Turns positions into texts for clients and back. The text is sealed (AES-256-GCM) for its tenant and its query: changed,
/// made up, of another tenant or of another query it is refused, and it shows no key of the store.
/// </summary>
/// <param name="secrets">The active secrets; the current one seals, each opens.</param>
public sealed class PageCursors(SecretVersions secrets)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int MaximumText = 5000;

    /// <param name="filter">What else decides on the pages and is no part of the query, such as a filter of the route.</param>
    public string Write(TenantId tenant, TableQuery query, PagePosition position, string filter = "")
    {
        var plain = PositionText.Write(position);
        var sealed_ = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealed_.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Key(secrets.Current), TagLength);
        cipher.Encrypt(nonce, plain, sealed_.AsSpan(NonceLength, plain.Length), sealed_.AsSpan(^TagLength..), PositionText.Scope(tenant, query, filter));
        return Base64Url.EncodeToString(sealed_);
    }

    /// <summary>False: it is none of ours for this tenant and query; answer <see cref="Problems.Problem.InvalidCursor"/>.</summary>
    public bool TryRead(TenantId tenant, TableQuery query, string? text, out PagePosition? position, string filter = "")
    {
        position = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (text.Length > MaximumText || !Base64Url.IsValid(text)) return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= NonceLength + TagLength) return false;
        var scope = PositionText.Scope(tenant, query, filter);
        foreach (var secret in secrets.Active)
            if (Open(bytes, Key(secret), scope) is { } plain) return PositionText.TryRead(plain, out position);
        return false;
    }

    private static byte[] Key(Secret secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Bytes.ToArray(), 32, info: "page cursors"u8.ToArray());

    private static byte[]? Open(byte[] sealed_, byte[] key, byte[] scope)
    {
        var plain = new byte[sealed_.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(sealed_.AsSpan(0, NonceLength), sealed_.AsSpan(NonceLength, plain.Length), sealed_.AsSpan(^TagLength..), plain, scope);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // Sealed with another secret, or for somebody else.
        }
    }
}
