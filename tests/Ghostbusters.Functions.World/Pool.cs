using System.Security.Cryptography;
using System.Text.Json;
using Ghostbusters.Functions.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ghostbusters.Functions.World;

/// <summary>A user pool of the tests' own.</summary>
internal static class Pool
{
    private const string KeyId = "key-1";

    private static readonly RSA Key = RSA.Create(2048);

    public static TokenOptions Options { get; } = new() { Issuer = "https://pool.example", Clients = new HashSet<string> { "client-1" } };

    public static string Jwks { get; } = JsonSerializer.Serialize(new
    {
        keys = new[] { new { kty = "RSA", kid = KeyId, use = "sig", n = Base64UrlEncoder.Encode(Key.ExportParameters(false).Modulus), e = Base64UrlEncoder.Encode(Key.ExportParameters(false).Exponent) } },
    });

    /// <summary>An access token as the pool gives it.</summary>
    public static string Token(TenantId tenant, string scope, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Options.Issuer,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["sub"] = "user-7", ["token_use"] = "access", ["client_id"] = "client-1", ["scope"] = scope, ["tenant"] = tenant.Value, ["role"] = "member" },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(Key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });
}
