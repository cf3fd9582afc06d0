using System.Collections.Frozen;

namespace Ghostbusters.Functions.Tenancy;

/// <summary>
/// Who calls, as a verified key or token says. Only the verifiers of this assembly make one, so whoever holds a caller has
/// checked it, and a tenant cannot come from a path or a body.
/// </summary>
public sealed class Caller
{
    internal Caller(TenantId tenant, string subject, IEnumerable<string> scopes, Role role)
    {
        _ = tenant.Value; // Nobody calls for no tenant.
        Tenant = tenant;
        Subject = subject;
        Scopes = scopes.ToFrozenSet(StringComparer.Ordinal);
        Role = role;
    }

    public TenantId Tenant { get; }

    /// <summary>The user's id, or <c>key:</c> and the key's id.</summary>
    public string Subject { get; }

    public FrozenSet<string> Scopes { get; }

    public Role Role { get; }

    public bool May(string scope) => Scopes.Contains(scope);

    public bool Is(Role atLeast) => Role >= atLeast;
}
