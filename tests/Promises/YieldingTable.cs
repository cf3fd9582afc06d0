using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Promises;

/// <summary>A table that lets others in before and after each call.</summary>
internal sealed class YieldingTable(ITable inner) : ITable
{
    public Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation) => BetweenAsync(() => inner.GetAsync(tenant, key, cancellation));

    public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation) =>
        BetweenAsync(() => inner.PutAsync(tenant, item, condition, cancellation));

    public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation) =>
        BetweenAsync(() => inner.UpdateAsync(tenant, key, change, condition, cancellation));

    public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) =>
        BetweenAsync(() => inner.DeleteAsync(tenant, key, condition, cancellation));

    public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) => BetweenAsync(() => inner.QueryAsync(tenant, query, cancellation));

    public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation) =>
        BetweenAsync(() => inner.GetManyAsync(tenant, keys, cancellation));

    public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation) =>
        BetweenAsync(() => inner.PutManyAsync(tenant, items, cancellation));

    private static async Task<T> BetweenAsync<T>(Func<Task<T>> call)
    {
        await Task.Yield();
        var result = await call();
        await Task.Yield();
        return result;
    }
}
