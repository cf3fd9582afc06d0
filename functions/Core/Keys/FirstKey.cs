using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Keys;

/// <summary>The key with which a new service can be used at all. It is shown once; only its hash is kept.</summary>
public static class FirstKey
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(366);

    /// <summary>Makes it, with every scope, where the tenant has no key at all, not even an old one; null where it has.</summary>
    public static async Task<string?> MakeAsync(ApiKeys keys, TenantId tenant, IEnumerable<string> scopes, CancellationToken cancellation)
    {
        if ((await keys.ListAsync(tenant, cancellation).ConfigureAwait(false)).Count > 0) return null;
        return (await keys.IssueAsync(tenant, "first key", [.. scopes.Order(StringComparer.Ordinal)], Role.Owner, Lifetime, cancellation).ConfigureAwait(false)).Text;
    }
}
