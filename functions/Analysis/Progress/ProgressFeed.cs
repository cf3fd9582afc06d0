using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Progress;

/// <summary>Tells those who watch an analysis of its changes. The record has them all, so that who comes back misses none.</summary>
internal sealed class ProgressFeed([FromKeyedServices(TableNames.Analysis)] ITable table, IConnections connections, TimeProvider clock)
{
    /// <summary>API Gateway ends a connection after two hours.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(3);

    /// <summary>Pushes the newest event to all who watch; who is gone is forgotten.</summary>
    public async Task PublishAsync(TenantId tenant, AnalysisRecord record, CancellationToken cancellation)
    {
        var query = new TableQuery(Partition(record.Id)) { Limit = 100 };
        do
        {
            var page = await table.QueryAsync(tenant, query, cancellation).ConfigureAwait(false);
            foreach (var watcher in page.Items) await PushAsync(tenant, watcher.Key, Current(record, clock.GetUtcNow()), cancellation).ConfigureAwait(false);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
    }

    /// <summary>Watches from now on, and sends what came after the last event that was seen.</summary>
    public async Task WatchAsync(TenantId tenant, string connection, AnalysisRecord record, Func<Task<AnalysisRecord?>> again, long after, CancellationToken cancellation)
    {
        var key = new ItemKey(Partition(record.Id), connection);
        await table.PutAsync(tenant, new ItemDraft(key, AttributeMap.Empty) { ExpiresAt = clock.GetUtcNow() + Lifetime }, WriteCondition.None, cancellation).ConfigureAwait(false);
        // Read again after the watch is there: what changed in between would else be told to nobody.
        foreach (var told in Missed(await again().ConfigureAwait(false) ?? record, after, clock.GetUtcNow()))
            await PushAsync(tenant, key, told, cancellation).ConfigureAwait(false);
    }

    /// <summary>Each phase that was entered since, and how far it is now.</summary>
    internal static IEnumerable<ProgressEvent> Missed(AnalysisRecord record, long after, DateTimeOffset now)
    {
        foreach (var entry in record.Entries.Where(entry => entry.Sequence > after))
            yield return new ProgressEvent(record.Id, entry.Sequence, FollowedBy(record, entry.Sequence), entry.Phase.Word(), entry.Percent, entry.Phase.Status(), entry.At, entry.Phase.IsEnd() ? record.Reason : null);
        if (record.Sequence > after && record.Entries.All(entry => entry.Sequence != record.Sequence)) yield return Current(record, now);
    }

    private static ProgressEvent Current(AnalysisRecord record, DateTimeOffset now) =>
        new(record.Id, record.Sequence, FollowedBy(record, record.Sequence), record.Phase.Word(), record.Percent, record.Phase.Status(), now, record.Reason);

    /// <summary>The phase that an event follows: who has not seen it was overtaken by a push of another function.</summary>
    private static long FollowedBy(AnalysisRecord record, long sequence) =>
        record.Entries.Where(entry => entry.Sequence < sequence).Select(static entry => entry.Sequence).DefaultIfEmpty().Max();

    private async Task PushAsync(TenantId tenant, ItemKey watcher, ProgressEvent told, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(told, AnalysisJson.Default.ProgressEvent);
        if (await connections.PushAsync(tenant, watcher.Sort, bytes, cancellation).ConfigureAwait(false) == PushOutcome.Gone)
            await table.DeleteAsync(tenant, watcher, WriteCondition.None, cancellation).ConfigureAwait(false);
    }

    private static string Partition(string analysis) => "watch#" + analysis;
}
