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

    /// <summary>Sends what waits in the item. Call it after the write that put the messages in.</summary>
    /// <returns>The item as it is afterwards; null where it was deleted meanwhile.</returns>
    /// <exception cref="OutboxException">The item changed under every attempt; the sweep will come by.</exception>
    public async Task<Item?> FlushAsync(TenantId tenant, Item item, CancellationToken cancellation)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            var entries = OutboxAttribute.Entries(item);
            if (entries.Count == 0) return item;
            foreach (var entry in entries.Where(e => !sent.Contains(e.Id)))
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
