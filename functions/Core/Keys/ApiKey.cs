using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Keys;

/// <summary>What is known of an API key; the key itself is not kept.</summary>
/// <param name="Id">Names it in lists and for revoking.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Label">What its owner calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Role">As what.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when it is refused.</param>
/// <param name="LastUsedAt">When it was last accepted, to within an hour; null: never.</param>
public sealed record ApiKey(
    string Id, TenantId Tenant, string Label, IReadOnlyList<string> Scopes, Role Role,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>A key that was made just now.</summary>
/// <param name="Key">What is known of it.</param>
/// <param name="Text">The key itself: show it once.</param>
public sealed record IssuedApiKey(ApiKey Key, string Text);
