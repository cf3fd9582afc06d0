using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Identity;

namespace Ghostbusters.Functions.Analysis.State;

/// <summary>Hashes that name things.</summary>
internal static class Digest
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// An id that has the form of the generator's and is the same for the same purpose and key: whoever asks twice, or whose
    /// first attempt died halfway, names the same analysis, so that one conditional put is all that idempotency takes.
    /// </summary>
    public static string IdOf(string purpose, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(purpose + "\n" + key));
        return string.Create(UlidGenerator.Length, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Digits[bytes[i] & 31];
            text[0] = Digits[bytes[0] & 7];
        });
    }
}
