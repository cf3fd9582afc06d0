using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>Checks a presigned PUT as S3 does: with the address and headers that a client sends.</summary>
public static class PresignedV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static bool Holds(Uri address, IReadOnlyDictionary<string, string> headers, string secretKey)
    {
        var query = address.Query.TrimStart('?').Split('&').Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => p[1]);
        var scope = Uri.UnescapeDataString(query["X-Amz-Credential"]).Split('/')[1..];
        var signed = Uri.UnescapeDataString(query["X-Amz-SignedHeaders"]);
        var canonical = string.Join('\n',
            "PUT",
            address.AbsolutePath,
            string.Join('&', query.Where(static p => p.Key != "X-Amz-Signature").OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"{p.Key}={p.Value}")),
            string.Concat(signed.Split(';').Select(name => $"{name}:{(name == "host" ? address.Authority : headers.GetValueOrDefault(name))}\n")),
            signed,
            "UNSIGNED-PAYLOAD");
        var toSign = string.Join('\n', Algorithm, query["X-Amz-Date"], string.Join('/', scope), Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Mac);
        return Hex(Mac(key, toSign)) == query["X-Amz-Signature"];
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
