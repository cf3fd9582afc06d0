using System.Security.Cryptography;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Blobs;

/// <summary>Reads what a claim names, and only that: of that tenant, of that length, with that hash.</summary>
public static class ClaimCheck
{
    /// <exception cref="InvalidDataException">
    /// The claim is another tenant's, the content is not what it says, or it is longer than <paramref name="maximum"/>.
    /// </exception>
    /// <exception cref="FileNotFoundException">The blob is gone.</exception>
    public static async Task<byte[]> ReadAsync(IBlobs blobs, TenantId tenant, BlobClaim claim, int maximum, CancellationToken cancellation)
    {
        if (claim.Tenant != tenant) throw new InvalidDataException("The claim belongs to somebody else.");
        if (claim.Length > maximum || claim.Length < 0) throw new InvalidDataException($"The claim says more than {maximum} bytes.");
        await using var content = await blobs.OpenAsync(tenant, claim.Key, cancellation).ConfigureAwait(false)
            ?? throw new FileNotFoundException($"The blob '{claim.Key}' is gone.");
        var bytes = new byte[claim.Length];
        var read = await content.Stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        if (read != bytes.Length || await content.Stream.ReadAsync(new byte[1], cancellation).ConfigureAwait(false) != 0)
            throw new InvalidDataException("The blob is not as long as its claim says.");
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != claim.Sha256)
            throw new InvalidDataException("The blob is not what its claim says.");
        return bytes;
    }
}
