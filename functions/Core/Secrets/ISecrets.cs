using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Secrets;

/// <summary>Secrets by name. Ones of the service itself belong to <see cref="TenantId.Platform"/>.</summary>
public interface ISecrets
{
    /// <summary>The versions that are good now; null where there is no such secret.</summary>
    /// <param name="name">1 to 64 of a–z, 0–9 and '-'.</param>
    Task<SecretVersions?> GetAsync(TenantId tenant, string name, CancellationToken cancellation);
}

/// <summary>
/// A secret, and during a rotation the one before, which still verifies what was signed with it.
/// </summary>
/// <param name="Current">Signs and verifies.</param>
/// <param name="Previous">Only verifies; null outside of a rotation.</param>
public sealed record SecretVersions(Secret Current, Secret? Previous)
{
    /// <summary>The active ones, the current first.</summary>
    public IEnumerable<Secret> Active => Previous is null ? [Current] : [Current, Previous];
}
