using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Tokens;

namespace Ghostbusters.Promises;

/// <summary>A user pool: keys, their public document, and tokens written by hand, so that bad ones can be made.</summary>
internal sealed class TestPool
{
    public const string KeyId = "key-1";
    public const string Client = "client-1";

    private static readonly RSA Key = RSA.Create(2048);
    private static readonly ECDsa Elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly TokenVerifier _verifier;

    public TestPool() => _verifier = new TokenVerifier(
        new TokenOptions { Issuer = "https://pool.example", Clients = new HashSet<string> { Client } },
        new JwksCache(_ =>
        {
            Fetches++;
            return Task.FromResult(Jwks);
        }, Clock), Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public int Fetches { get; private set; }

    public string PublicPem => Key.ExportSubjectPublicKeyInfoPem();

    public string Modulus => Encode(Key.ExportParameters(false).Modulus!);

    public string Jwks
    {
        get
        {
            var encryption = Jwk(Key, "encryption");
            encryption["use"] = "enc";
            var point = Elliptic.ExportParameters(false).Q;
            var elliptic = new JsonObject { ["kty"] = "EC", ["kid"] = "elliptic", ["use"] = "sig", ["crv"] = "P-256", ["x"] = Encode(point.X!), ["y"] = Encode(point.Y!) };
            return new JsonObject { ["keys"] = new JsonArray(Jwk(Key, KeyId), encryption, elliptic) }.ToJsonString();
        }
    }

    public Task<TokenOutcome> VerifyAsync(string? token) => _verifier.VerifyAsync(token, default);

    public JsonObject Claims(Action<JsonObject>? change = null)
    {
        var now = Clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = "https://pool.example",
            ["sub"] = "user-7",
            ["token_use"] = "access",
            ["client_id"] = Client,
            ["scope"] = "ghostbusters/scan:write ghostbusters/scan:read others/scan:admin",
            ["tenant"] = "ada",
            ["role"] = "admin",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        return claims;
    }

    public string Token(Action<JsonObject>? change = null, string algorithm = "RS256", string? keyId = KeyId, RSA? signer = null, JsonObject? header = null)
    {
        var head = header ?? new JsonObject();
        (head["alg"], head["typ"]) = (algorithm, "JWT");
        if (keyId is not null) head["kid"] = keyId;
        var signed = Part(head) + "." + Part(Claims(change));
        return signed + "." + Encode((signer ?? Key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public static JsonObject Jwk(RSA key, string id)
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["alg"] = "RS256", ["n"] = Encode(parameters.Modulus!), ["e"] = Encode(parameters.Exponent!) };
    }

    public static string Part(JsonObject json) => Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
