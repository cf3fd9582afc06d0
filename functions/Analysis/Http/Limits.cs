using Ghostbusters.Functions.RateLimits;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>The token buckets of a tenant.</summary>
internal static class Limits
{
    /// <summary>What costs: a store that is down must not open the purse.</summary>
    public static readonly RateLimit Submissions = new("submissions", 60, 1m, StoreFailurePolicy.Closed);

    /// <summary>What changes little things.</summary>
    public static readonly RateLimit Changes = new("changes", 60, 2m, StoreFailurePolicy.Closed);

    /// <summary>What reads.</summary>
    public static readonly RateLimit Reads = new("reads", 300, 50m, StoreFailurePolicy.Open);
}

/// <summary>How many times the limits of a tenant this deployment allows.</summary>
/// <param name="Factor">1 where tenants share what is billed; more where one tenant stands for all who use a machine of their own.</param>
public sealed record RateScale(int Factor)
{
    internal RateLimit Of(RateLimit limit) => limit with { Capacity = limit.Capacity * Factor, PerSecond = limit.PerSecond * Factor };
}
