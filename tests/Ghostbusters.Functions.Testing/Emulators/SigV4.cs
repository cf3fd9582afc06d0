using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>Checks a request's AWS signature, version 4, as the servers of AWS do.</summary>
public static class SigV4
{
    /// <summary>The one that s3rver knows, so that one identity serves all emulators.</summary>
    public const string AccessKey = "S3RVER";
    public const string SecretKey = "secret-of-the-tests";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null where the signature holds; else what does not.</summary>
    /// <param name="path">As it was sent, with its percent signs.</param>
    /// <param name="query">Without its question mark, in order of its names.</param>
    /// <param name="headerOf">The value of a header; null where there is none.</param>
    public static string? Refusal(string method, string path, string query, Func<string, string?> headerOf, byte[] body)
    {
        var header = headerOf("authorization");
        if (header is null || !header.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return "MissingAuthenticationToken";
        var parts = header[Algorithm.Length..].Split(',').Select(static p => p.Trim().Split('=', 2)).ToDictionary(static p => p[0], static p => p[1]);
        var scope = parts["Credential"].Split('/');
        if (scope is not [AccessKey, var date, var region, var service, "aws4_request"]) return "UnrecognizedClient";
        var signed = parts["SignedHeaders"].Split(';');
        if (!signed.Contains("host") || !signed.Contains("x-amz-date")) return "IncompleteSignature";
        var canonical = string.Join('\n',
            // Every service but S3 encodes the path once more than it is sent.
            method, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), query,
            string.Concat(signed.Select(name => $"{name}:{headerOf(name)?.Trim()}\n")), parts["SignedHeaders"], Hex(SHA256.HashData(body)));
        var toSign = string.Join('\n', Algorithm, headerOf("x-amz-date"), string.Join('/', scope[1..]), Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = new[] { date, region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Mac);
        return Hex(Mac(key, toSign)) == parts["Signature"] ? null : "InvalidSignature";
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
