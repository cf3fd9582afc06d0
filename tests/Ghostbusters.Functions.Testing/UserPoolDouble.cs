using System.Security.Cryptography;
using System.Text.Json;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ghostbusters.Functions.Testing;

/// <summary>A user pool of the tests' own.</summary>
/// <param name="issuer">Its address, as tokens say it.</param>
public sealed class UserPoolDouble(string issuer)
{
    public const string Client = "client-1";

    private const string KeyId = "key-1";

    private static readonly RSA Key = RSA.Create(2048);

    public TokenOptions Options { get; } = new() { Issuer = issuer, Clients = new HashSet<string> { Client } };

    /// <summary>The document of its public keys.</summary>
    public static string Jwks { get; } = JsonSerializer.Serialize(new
    {
        keys = new[] { new { kty = "RSA", kid = KeyId, use = "sig", n = Base64UrlEncoder.Encode(Key.ExportParameters(false).Modulus), e = Base64UrlEncoder.Encode(Key.ExportParameters(false).Exponent) } },
    });

    /// <summary>An access token as the pool gives it.</summary>
    public string Token(TenantId tenant, string scope, DateTimeOffset now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Options.Issuer,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = now.UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["sub"] = "user-7", ["token_use"] = "access", ["client_id"] = Client, ["scope"] = string.Join(" ", scope.Split(" ").Select(static s => $"{TokenOptions.ResourceServer}/{s}")), ["tenant"] = tenant.Value, ["role"] = "member" },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(Key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });
}
