using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Outbox;

/// <summary>
/// Sends what the writers did not, because they crashed between the write and the send. Runs on a schedule; two at a time
/// do no harm.
/// </summary>
public sealed class OutboxSweep(IPendingItems pending, OutboxMessages outbox, TimeProvider clock)
{
    /// <summary>Longer than any function runs between its write and its send, so that the sweep does not race healthy writers.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private const int PerRun = 500;

    /// <summary>Flushes what has waited for longer than <see cref="Grace"/>. One item's failure does not keep the others waiting.</summary>
    public async Task<SweepResult> RunAsync(CancellationToken cancellation)
    {
        var items = await pending.ListAsync(clock.GetUtcNow() - Grace, PerRun, cancellation).ConfigureAwait(false);
        var failures = new List<SweepFailure>();
        foreach (var (tenant, item) in items)
        {
            try
            {
                await outbox.FlushAsync(tenant, item, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(new SweepFailure(item.Key, exception));
            }
        }
        return new SweepResult(items.Count - failures.Count, failures, items.Count == PerRun);
    }
}

/// <summary>What a sweep did.</summary>
/// <param name="Flushed">Items whose messages are sent.</param>
/// <param name="Failures">Items whose messages are not; the next sweep tries again.</param>
/// <param name="HasMore">Whether more may wait.</param>
public sealed record SweepResult(int Flushed, IReadOnlyList<SweepFailure> Failures, bool HasMore);

public sealed record SweepFailure(ItemKey Key, Exception Exception);
