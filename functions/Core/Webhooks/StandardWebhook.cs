using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Webhooks;

/// <summary>
/// Standard Webhooks, which GitLab and generic CI senders speak: <c>webhook-signature</c> has one or more
/// <c>v1,</c> + base64 HMAC-SHA256 of <c>id.timestamp.body</c>; the time must be within five minutes of ours.
/// </summary>
/// <param name="clock">Our time.</param>
public sealed class StandardWebhook(TimeProvider clock)
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";
    private const int MaximumId = 256;
    private const int MaximumSignatures = 8;

    /// <summary>Whether one of the active secrets signed this id, time and body, just now.</summary>
    public bool Verify(ReadOnlySpan<byte> body, string? id, string? timestamp, string? signatures, SecretVersions secrets)
    {
        if (id is not { Length: > 0 and <= MaximumId } || !IsNow(timestamp) || string.IsNullOrEmpty(signatures)) return false;
        var signed = Signed(id, timestamp!, body);
        var verified = false;
        foreach (var signature in signatures.Split(' ', MaximumSignatures + 1).Take(MaximumSignatures))
            verified |= IsSignature(signature, signed, secrets);
        return verified;
    }

    /// <summary>Signs, for what this service sends itself.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string id, DateTimeOffset time, Secret secret) =>
        Version + Convert.ToBase64String(HMACSHA256.HashData(secret.Bytes, Signed(id, Seconds(time), body)));

    /// <summary>A secret as people hand it around: <c>whsec_</c> and base64.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static Secret ReadSecret(string text) => text.StartsWith("whsec_", StringComparison.Ordinal)
        ? new Secret(Convert.FromBase64String(text[6..]))
        : throw new FormatException("A secret begins with 'whsec_'.");

    private bool IsNow(string? timestamp) =>
        timestamp is { Length: <= 11 } && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window;

    private static bool IsSignature(string text, byte[] signed, SecretVersions secrets)
    {
        Span<byte> given = stackalloc byte[32];
        if (!text.StartsWith(Version, StringComparison.Ordinal)
            || text.Length != Version.Length + 44
            || !Convert.TryFromBase64String(text[Version.Length..], given, out var length) || length != given.Length)
            return false;
        Span<byte> wanted = stackalloc byte[32];
        var verified = false;
        foreach (var secret in secrets.Active)
        {
            HMACSHA256.HashData(secret.Bytes, signed, wanted);
            verified |= CryptographicOperations.FixedTimeEquals(given, wanted);
        }
        return verified;
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static byte[] Signed(string id, string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
}
