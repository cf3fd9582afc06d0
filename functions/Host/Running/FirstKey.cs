using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>The key with which a new host can be used at all. It is shown once; the host keeps its hash only.</summary>
internal static class FirstKey
{
    public const string Label = "first key of this host";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(366);

    /// <summary>Whoever uses this machine's host.</summary>
    public static TenantId Tenant { get; } = TenantId.Parse("local");

    /// <summary>Makes it where the host has no key at all, not even an old one; null where it has.</summary>
    public static async Task<string?> MakeAsync(ApiKeys keys, IReadOnlyCollection<string> scopes, CancellationToken cancellation)
    {
        if ((await keys.ListAsync(Tenant, cancellation).ConfigureAwait(false)).Count > 0) return null;
        return (await keys.IssueAsync(Tenant, Label, [.. scopes.Order(StringComparer.Ordinal)], Role.Owner, Lifetime, cancellation).ConfigureAwait(false)).Text;
    }
}
