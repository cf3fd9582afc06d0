using System.Collections.Concurrent;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.RateLimits;

/// <summary>A bucket a tenant and limit, kept in the table and changed by conditional writes: right over any number of processes.</summary>
public sealed class RateLimiter(ITable table, TimeProvider clock)
{
    private const int MaximumAttempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TenantId, RateLimit), RateGroup> _groups = new();

    /// <summary>Takes a token if there is one.</summary>
    public Task<RateDecision> TakeAsync(TenantId tenant, RateLimit limit, CancellationToken cancellation) =>
        _groups.GetOrAdd((tenant, limit), _ => new RateGroup((count, token) => TakeManyAsync(tenant, limit, count, token))).TakeAsync(cancellation);

    private async Task<IReadOnlyList<RateDecision>> TakeManyAsync(TenantId tenant, RateLimit limit, int count, CancellationToken cancellation)
    {
        try
        {
            var (allowed, retryAfter) = await TryTakeAsync(tenant, limit, count, cancellation).ConfigureAwait(false);
            return [.. Enumerable.Range(0, count).Select(i => i < allowed ? new RateDecision(true, TimeSpan.Zero) : new RateDecision(false, retryAfter))];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var decision = limit.WhenUnavailable == StoreFailurePolicy.Open
                ? new RateDecision(true, TimeSpan.Zero, exception)
                : new RateDecision(false, Pause, exception);
            return [.. Enumerable.Repeat(decision, count)];
        }
    }

    /// <summary>How many may go on, and when the others may come again. A conflict says what is there, so each further attempt costs one call.</summary>
    private async Task<(int Allowed, TimeSpan RetryAfter)> TryTakeAsync(TenantId tenant, RateLimit limit, int count, CancellationToken cancellation)
    {
        var key = new ItemKey("rate#" + limit.Name, "bucket");
        var there = await table.GetAsync(tenant, key, cancellation).ConfigureAwait(false);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var bucket = (there is null ? TokenBucket.Full(limit, now) : Read(there)).Refilled(limit, now);
            var allowed = Math.Min(count, bucket.Whole);
            var left = bucket.Taken(allowed);
            if (allowed == 0) return (0, left.UntilToken(limit));
            var condition = there is null ? WriteCondition.Absent : WriteCondition.VersionIs(there.Version);
            var outcome = await table.PutAsync(tenant, Write(key, left, limit), condition, cancellation).ConfigureAwait(false);
            if (outcome is Stored) return (allowed, left.UntilToken(limit));
            there = ((Conflict)outcome).Existing;
        }
        return (0, Pause); // So many processes at the same moment are too many.
    }

    private static TokenBucket Read(Item item) =>
        new(item.Attributes.Number("tokens") ?? 0, DateTimeOffset.FromUnixTimeMilliseconds((long)(item.Attributes.Number("at") ?? 0)));

    private static ItemDraft Write(ItemKey key, TokenBucket bucket, RateLimit limit) =>
        new(key, AttributeMap.Of(("tokens", bucket.Tokens), ("at", bucket.At.ToUnixTimeMilliseconds()))) { ExpiresAt = bucket.FullAt(limit) };
}
