namespace Ghostbusters.Functions.Tokens;

/// <summary>Which tokens are ours.</summary>
public sealed record TokenOptions
{
    /// <summary>The pool's address, exactly as <c>iss</c> says it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Clients whose tokens are taken: <c>client_id</c> of a token, or <c>aud</c> where it has one.</summary>
    public required IReadOnlySet<string> Clients { get; init; }

    /// <summary>What the pool puts before our scopes, and a '/': others' scopes say nothing here.</summary>
    public const string ResourceServer = "ghostbusters";

    /// <summary>Claim that names the tenant; the pool's token hook sets it. Default <c>tenant</c>.</summary>
    public string TenantClaim { get; init; } = "tenant";

    /// <summary>Claim that names the role. Default <c>role</c>.</summary>
    public string RoleClaim { get; init; } = "role";

    /// <summary>How far clocks may differ. Default one minute.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);
}
