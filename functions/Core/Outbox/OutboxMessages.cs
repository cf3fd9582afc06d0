using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Outbox;

/// <summary>
/// Sends the messages of an item and takes them out of it. A crash between the two sends again: at least once, never none,
/// and receivers tell a repetition by its id.
/// </summary>
public sealed class OutboxMessages(ITable table, IQueue queue)
{
    private const int MaximumAttempts = 8;

    /// <summary>Sends all that waits in the item: for the sweep, which may send everywhere.</summary>
    /// <inheritdoc cref="FlushAsync(TenantId, Item, Func{OutboxEntry, bool}, CancellationToken)"/>
    public Task<Item?> FlushAsync(TenantId tenant, Item item, CancellationToken cancellation) => FlushAsync(tenant, item, static _ => true, cancellation);

    /// <summary>
    /// Sends what waits in the item and is the caller's own. Call it after the write that put the messages in. Others' stay: whoever
    /// wrote them sends them, or died, and then the sweep does; so nobody needs the right to send to queues of others.
    /// </summary>
    /// <returns>The item as it is afterwards; null where it was deleted meanwhile.</returns>
    /// <exception cref="OutboxException">The item changed under every attempt; the sweep will come by.</exception>
    public async Task<Item?> FlushAsync(TenantId tenant, Item item, Func<OutboxEntry, bool> isOwn, CancellationToken cancellation)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var entries = OutboxAttribute.Entries(item);
            var own = entries.Where(isOwn).ToList();
            if (own.Count == 0) return item;
            foreach (var entry in own.Where(e => !sent.Contains(e.Id)))
            {
                await queue.SendAsync(tenant, entry.Queue, entry.ToSend(), cancellation).ConfigureAwait(false);
                sent.Add(entry.Id);
            }
            var change = OutboxAttribute.Without([.. entries.Where(e => !sent.Contains(e.Id))]);
            switch (await table.UpdateAsync(tenant, item.Key, change, WriteCondition.VersionIs(item.Version), cancellation).ConfigureAwait(false))
            {
                case Stored { Item: var cleared }: return cleared;
                case Conflict { Existing: null }: return null;
                case Conflict { Existing: { } changed }: item = changed; break;
            }
        }
        throw new OutboxException(item.Key);
    }
}

/// <summary>An item changed so often that its sent messages could not be taken out; they will be sent again.</summary>
public sealed class OutboxException(ItemKey key) : Exception($"The outbox of '{key}' could not be cleared.");
