using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.RateLimits;

/// <summary>A bucket a tenant and limit, kept in the table and changed by conditional writes: right over any number of processes.</summary>
public sealed class RateLimiter(ITable table, TimeProvider clock)
{
    private const int MaximumAttempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Takes a token if there is one.</summary>
    public async Task<RateDecision> TakeAsync(TenantId tenant, RateLimit limit, CancellationToken cancellation)
    {
        try
        {
            return await TryTakeAsync(tenant, limit, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return limit.WhenUnavailable == StoreFailurePolicy.Open
                ? new RateDecision(true, TimeSpan.Zero, exception)
                : new RateDecision(false, Pause, exception);
        }
    }

    /// <summary>A conflict says what is there, so each further attempt costs one call.</summary>
    private async Task<RateDecision> TryTakeAsync(TenantId tenant, RateLimit limit, CancellationToken cancellation)
    {
        var key = new ItemKey("rate#" + limit.Name, "bucket");
        var there = await table.GetAsync(tenant, key, cancellation).ConfigureAwait(false);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var bucket = (there is null ? TokenBucket.Full(limit, now) : Read(there)).Refilled(limit, now);
            if (!bucket.HasToken) return new RateDecision(false, bucket.UntilToken(limit));
            var condition = there is null ? WriteCondition.Absent : WriteCondition.VersionIs(there.Version);
            var outcome = await table.PutAsync(tenant, Write(key, bucket.Taken, limit), condition, cancellation).ConfigureAwait(false);
            if (outcome is Stored) return new RateDecision(true, TimeSpan.Zero);
            there = ((Conflict)outcome).Existing;
        }
        return new RateDecision(false, Pause); // So many at the same moment are too many.
    }

    private static TokenBucket Read(Item item) =>
        new(item.Attributes.Number("tokens") ?? 0, DateTimeOffset.FromUnixTimeMilliseconds((long)(item.Attributes.Number("at") ?? 0)));

    private static ItemDraft Write(ItemKey key, TokenBucket bucket, RateLimit limit) =>
        new(key, AttributeMap.Of(("tokens", bucket.Tokens), ("at", bucket.At.ToUnixTimeMilliseconds()))) { ExpiresAt = bucket.FullAt(limit) };
}
