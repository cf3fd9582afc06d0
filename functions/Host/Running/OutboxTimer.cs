using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Local.Tables;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>Sends what crashed writers did not, and removes what has expired.</summary>
internal sealed class OutboxTimer(IReadOnlyList<SqliteTable> tables, IQueue queue, StopTime stop, TimeProvider clock, JsonLog log)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private const int PerRun = 500;

    /// <summary>
    /// At the start nobody else writes: what waits was left by a process that is gone, and is sent at once, without the
    /// sweep's grace.
    /// </summary>
    public async Task FlushAllAsync(CancellationToken cancellation)
    {
        foreach (var table in tables)
        {
            var outbox = new OutboxMessages(table, queue);
            while (await table.ListAsync(clock.GetUtcNow() + Period, PerRun, cancellation).ConfigureAwait(false) is { Count: > 0 } pending)
                foreach (var (tenant, item) in pending) await outbox.FlushAsync(tenant, item, cancellation).ConfigureAwait(false);
        }
    }

    public async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Begun).ConfigureAwait(false))
                foreach (var table in tables) await SweepAsync(table).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.Begun.IsCancellationRequested)
        {
            return; // The host stops; what waits is sent at the next start.
        }
    }

    private async Task SweepAsync(SqliteTable table)
    {
        try
        {
            var result = await new OutboxSweep(table, new OutboxMessages(table, queue), clock).RunAsync(stop.Begun).ConfigureAwait(false);
            foreach (var failure in result.Failures) log.Error("outbox-failed", failure.Exception);
            await table.PurgeAsync(stop.Begun).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.Error("sweep-failed", exception); // The next one tries again.
        }
    }
}
