using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>Checks a request's AWS signature, version 4, as the servers of AWS do.</summary>
internal static class SigV4
{
    public const string AccessKey = "AKTEST";
    public const string SecretKey = "secret-of-the-tests";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null where the signature holds; else what does not.</summary>
    public static string? Refusal(HttpListenerRequest request, byte[] body)
    {
        var header = request.Headers["Authorization"];
        if (header is null || !header.StartsWith(Algorithm + " ", StringComparison.Ordinal)) return "MissingAuthenticationToken";
        var parts = header[Algorithm.Length..].Split(',').Select(static p => p.Trim().Split('=', 2)).ToDictionary(static p => p[0], static p => p[1]);
        var scope = parts["Credential"].Split('/');
        if (scope is not [AccessKey, var date, var region, var service, "aws4_request"]) return "UnrecognizedClient";
        var signed = parts["SignedHeaders"].Split(';');
        if (!signed.Contains("host") || !signed.Contains("x-amz-date")) return "IncompleteSignature";
        var canonical = string.Join('\n',
            request.HttpMethod, request.Url!.AbsolutePath, request.Url.Query.TrimStart('?'),
            string.Concat(signed.Select(name => $"{name}:{Value(request, name)}\n")), parts["SignedHeaders"], Hex(SHA256.HashData(body)));
        var toSign = string.Join('\n', Algorithm, request.Headers["x-amz-date"], string.Join('/', scope[1..]), Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = new[] { date, region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), Mac);
        return Hex(Mac(key, toSign)) == parts["Signature"] ? null : "InvalidSignature";
    }

    private static string Value(HttpListenerRequest request, string name) => name == "host" ? request.UserHostName : (request.Headers[name] ?? "").Trim();

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
