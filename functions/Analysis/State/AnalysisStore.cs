using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.State;

/// <summary>
/// Reads and changes analyses. A change and the message about it are one conditional write; the message is sent after it. Other
/// messages that wait there are their writers' or the sweep's to send.
/// </summary>
internal sealed class AnalysisStore([FromKeyedServices(TableNames.Analysis)] ITable table, IQueue queue, TimeProvider clock)
{
    private const int MaximumAttempts = 10;

    private readonly OutboxMessages _outbox = new(table, queue);

    public async Task<AnalysisRecord?> FindAsync(TenantId tenant, string id, CancellationToken cancellation) =>
        await table.GetAsync(tenant, AnalysisItem.Key(id), cancellation).ConfigureAwait(false) is { } item ? AnalysisItem.Read(item, tenant) : null;

    /// <summary>Makes an analysis with its first message. Where the id is there already, what is there is answered and nothing is changed.</summary>
    public async Task<(AnalysisRecord Record, bool IsNew)> CreateAsync(TenantId tenant, AnalysisRecord record, OutboxEntry first, CancellationToken cancellation)
    {
        var draft = AnalysisItem.Write(record).With(clock.GetUtcNow(), first);
        var (item, isNew) = await table.PutAsync(tenant, draft, WriteCondition.Absent, cancellation).ConfigureAwait(false) switch
        {
            Stored stored => (stored.Item, true),
            Conflict { Existing: { } existing } => (existing, false), // Its message may not have been sent: the flush sees to it.
            _ => throw new InvalidOperationException("The store says neither that the analysis was stored nor what is there."),
        };
        await SendAsync(tenant, item, first, cancellation).ConfigureAwait(false);
        return (AnalysisItem.Read(item, tenant), isNew);
    }

    /// <summary>Sends what an earlier run of the caller wrote and did not come to send.</summary>
    /// <param name="queues">Where the caller's messages go.</param>
    public async Task FlushAsync(TenantId tenant, string id, IReadOnlyCollection<QueueName> queues, CancellationToken cancellation)
    {
        if (await table.GetAsync(tenant, AnalysisItem.Key(id), cancellation).ConfigureAwait(false) is { } item)
            await _outbox.FlushAsync(tenant, item, entry => queues.Contains(entry.Queue), cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes an analysis, with a message about it. Null: it is gone, or the change does not apply any more (it is further on,
    /// or at its end); then nothing is changed, but the message is sent where it waits since an earlier run.
    /// </summary>
    /// <param name="change">The record as it shall be; null: leave it.</param>
    /// <param name="message">What goes out with it; null: nothing.</param>
    public async Task<AnalysisRecord?> ChangeAsync(
        TenantId tenant, string id, Func<AnalysisRecord, AnalysisRecord?> change, OutboxEntry? message, CancellationToken cancellation)
    {
        var item = await table.GetAsync(tenant, AnalysisItem.Key(id), cancellation).ConfigureAwait(false);
        for (var attempt = 0; attempt < MaximumAttempts && item is not null; attempt++)
        {
            if (change(AnalysisItem.Read(item, tenant)) is not { } changed)
            {
                await SendAsync(tenant, item, message, cancellation).ConfigureAwait(false);
                return null;
            }
            var write = new ItemChange { Set = AnalysisItem.Attributes(changed), Remove = AnalysisItem.Absent(changed) };
            if (message is not null) write = write.With(item, clock.GetUtcNow(), message);
            var outcome = await table.UpdateAsync(tenant, item.Key, write, WriteCondition.VersionIs(item.Version), cancellation).ConfigureAwait(false);
            if (outcome is Stored { Item: var stored })
            {
                await SendAsync(tenant, stored, message, cancellation).ConfigureAwait(false);
                return changed;
            }
            item = (outcome as Conflict)?.Existing;
        }
        return item is null ? null : throw new InvalidOperationException("An analysis changed under every attempt to change it.");
    }

    private Task SendAsync(TenantId tenant, Item item, OutboxEntry? message, CancellationToken cancellation) =>
        message is null ? Task.CompletedTask : _outbox.FlushAsync(tenant, item, entry => entry.Id == message.Id, cancellation);
}
