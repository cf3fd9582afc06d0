using System.Security.Cryptography;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Webhooks;

/// <summary>GitHub's <c>X-Hub-Signature-256</c>: <c>sha256=</c> and the HMAC-SHA256 of the body's bytes in lower-case hexadecimal.</summary>
public static class GitHubSignature
{
    public const string Header = "x-hub-signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Whether one of the active secrets signed these bytes. Everything but the exact form is refused before anything is computed.</summary>
    public static bool Verify(ReadOnlySpan<byte> body, string? signature, SecretVersions secrets)
    {
        if (signature is null || signature.Length != Prefix.Length + 64 || !signature.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        Span<byte> given = stackalloc byte[32];
        if (!TryDecode(signature.AsSpan(Prefix.Length), given)) return false;
        Span<byte> wanted = stackalloc byte[32];
        var verified = false;
        foreach (var secret in secrets.Active)
        {
            HMACSHA256.HashData(secret.Bytes, body, wanted);
            verified |= CryptographicOperations.FixedTimeEquals(given, wanted);
        }
        return verified;
    }

    /// <summary>Lower case only, which is what GitHub sends.</summary>
    private static bool TryDecode(ReadOnlySpan<char> hex, Span<byte> bytes)
    {
        for (var i = 0; i < hex.Length; i++)
        {
            var digit = hex[i] switch { >= '0' and <= '9' => hex[i] - '0', >= 'a' and <= 'f' => hex[i] - 'a' + 10, _ => -1 };
            if (digit < 0) return false;
            bytes[i / 2] = (byte)(i % 2 == 0 ? digit << 4 : bytes[i / 2] | digit);
        }
        return true;
    }
}
