using Ghostbusters.Functions.Tenancy;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ghostbusters.Functions.Tokens;

/// <summary>The claims of a token whose signature, issuer and times hold.</summary>
internal static class AccessToken
{
    private const string Ours = TokenOptions.ResourceServer + "/";

    /// <summary>An audience, where there is one, must be ours; where there is none the client is checked by <see cref="Read"/>.</summary>
    public static bool IsForUs(IEnumerable<string> audiences, TokenOptions options)
    {
        var named = audiences.ToList();
        return named.Count == 0 || named.All(options.Clients.Contains);
    }

    public static TokenOutcome Read(JsonWebToken token, TokenOptions options)
    {
        if (Claim(token, "token_use") != "access") return Refused(TokenRefusal.NotAnAccessToken);
        var client = Claim(token, "client_id");
        if (client is null ? !token.Audiences.Any() : !options.Clients.Contains(client)) return Refused(TokenRefusal.Client);
        if (Claim(token, "sub") is not { Length: > 0 and <= 128 } subject) return Refused(TokenRefusal.Subject);
        if (!TenantId.TryParse(Claim(token, options.TenantClaim), out var tenant)) return Refused(TokenRefusal.Tenant);
        var scopes = (Claim(token, "scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static scope => scope.StartsWith(Ours, StringComparison.Ordinal)).Select(static scope => scope[Ours.Length..]).ToArray();
        return new TokenOutcome(new Caller(tenant, subject, scopes, RoleOf(Claim(token, options.RoleClaim))), TokenRefusal.None);
    }

    /// <summary>What is unknown is the least.</summary>
    private static Role RoleOf(string? text) => text switch
    {
        "owner" => Role.Owner,
        "admin" => Role.Admin,
        "member" => Role.Member,
        _ => Role.Viewer,
    };

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static TokenOutcome Refused(TokenRefusal reason) => new(null, reason);
}
