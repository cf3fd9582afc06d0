using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Compat.Tests;

/// <summary>Signature Version 4 by its specification, as an oracle: what the signature of a request must be.</summary>
internal static class SignatureV4
{
    public static string Expected(Received request, string secret)
    {
        var authorization = request.Headers["authorization"];
        var credential = Part(authorization, "Credential=").Split('/');
        var signed = Part(authorization, "SignedHeaders=");
        var canonicalHeaders = string.Concat(signed.Split(';').Select(name => $"{name}:{string.Join(' ', request.Headers[name].Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n"));
        var payload = request.Headers.GetValueOrDefault("x-amz-content-sha256") ?? Hex(SHA256.HashData(request.Body));
        // The path is encoded once more than it is sent, for every service but S3.
        var path = string.Join('/', request.Path.Split('?')[0].Split('/').Select(Uri.EscapeDataString));
        var canonical = $"{request.Method}\n{path}\n\n{canonicalHeaders}\n{signed}\n{payload}";
        var scope = string.Join('/', credential[1..]);
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in credential[1..])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));

        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    public static string Of(Received request) => Part(request.Headers["authorization"], "Signature=");

    public static string Scope(Received request) => Part(request.Headers["authorization"], "Credential=");

    private static string Part(string authorization, string name)
    {
        var start = authorization.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var end = authorization.IndexOf(',', start);
        return (end < 0 ? authorization[start..] : authorization[start..end]).Trim();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
