using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Keys;

/// <summary>A key's text: <c>gb_</c> and 32 random bytes in base64url, 46 characters.</summary>
internal static class ApiKeyText
{
    public const string Prefix = "gb_";

    private const int Length = 3 + 43;

    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool IsKey(string? text) =>
        text is { Length: Length } && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Allowed) < 0;

    /// <summary>256 random bits need no slow hash: there is nothing to guess.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
