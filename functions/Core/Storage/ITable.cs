using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Storage;

/// <summary>
/// One table, seen by one tenant at a time: what a call names is looked for among that tenant's items only. Reads see every
/// write that was answered before they began, except through the secondary indexes of DynamoDB, which lag.
/// Implementations may be used by many threads. A store that cannot be reached is an exception; a condition that does not
/// hold is a value.
/// </summary>
/// <remarks>
/// There are no transactions: a change and the message about it live in one item, see <see cref="Outbox.OutboxMessages"/>.
/// </remarks>
public interface ITable
{
    /// <summary>The item, or null where there is none.</summary>
    Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation);

    /// <summary>Replaces the whole item if the condition holds.</summary>
    /// <returns><see cref="Stored"/> or <see cref="Conflict"/>.</returns>
    /// <exception cref="ArgumentException">The item is too large.</exception>
    Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation);

    /// <summary>Changes some attributes of an item that is there, if the condition holds too. It never makes an item.</summary>
    /// <returns><see cref="Stored"/> or <see cref="Conflict"/>.</returns>
    Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation);

    /// <summary>Deletes if the condition holds. Deleting what is not there is no error.</summary>
    /// <returns><see cref="Deleted"/> or <see cref="Conflict"/>.</returns>
    Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation);

    /// <summary>A page of a partition in sort order; items with equal sort keys of an index come in an order of the store's own.</summary>
    Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation);

    /// <summary>Those of the items that are there, in no order. A key that is named twice is answered once.</summary>
    Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation);

    /// <summary>Replaces items without a condition, each for itself: there is no all or nothing.</summary>
    /// <returns>The keys of those that the store did not take after retries; empty: all are stored.</returns>
    /// <exception cref="ArgumentException">A key is named twice, or an item is too large.</exception>
    Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation);
}
