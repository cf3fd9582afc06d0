using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>The table as the port describes it and nothing more: the model that the adapters are compared with.</summary>
public sealed class InMemoryTable(TimeProvider clock) : ITable, IPendingItems
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(TenantId, ItemKey), Item> _items = [];

    /// <summary>Every live item, for assertions.</summary>
    public IReadOnlyList<PendingItem> All
    {
        get
        {
            lock (_lock) return [.. _items.Where(e => IsLive(e.Value)).Select(static e => new PendingItem(e.Key.Item1, e.Value))];
        }
    }

    public Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation) => Run(tenant, () => Find(tenant, key));

    public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation)
    {
        ItemSize.Check(item);
        return WriteAsync(tenant, item.Key, condition, _ => new Stored(Store(tenant, item)));
    }

    public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation)
    {
        change.Check();
        return WriteAsync(tenant, key, condition, there => there is null ? new Conflict(null) : new Stored(Store(tenant, change.Apply(there))));
    }

    public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) =>
        WriteAsync(tenant, key, condition, _ =>
        {
            _items.Remove((tenant, key));
            return new Deleted();
        });

    public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation) => Run(tenant, () =>
    {
        var rows = _items.Where(e => e.Key.Item1 == tenant && IsLive(e.Value)).Select(static e => e.Value)
            .Select(item => (Item: item, Place: PlaceOf(item, query.Index)))
            .Where(row => row.Place?.Partition == query.Partition && query.Sort.Holds(row.Place.Sort))
            .Select(static row => (row.Item, Position: new PagePosition(row.Item.Key, row.Place!.Sort)))
            .OrderBy(static row => row.Position, PositionOrder.Comparer).ToList();
        if (query.Descending) rows.Reverse();
        var sign = query.Descending ? -1 : 1;
        var left = rows.Where(row => query.After is null || sign * PositionOrder.Comparer.Compare(row.Position, query.After) > 0).ToList();
        var page = left.Take(query.Limit).ToList();
        return new Page([.. page.Select(static row => row.Item)], left.Count > page.Count ? page[^1].Position : null);
    });

    public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation) =>
        Run<IReadOnlyList<Item>>(tenant, () => [.. keys.Distinct().Select(key => Find(tenant, key)).OfType<Item>()]);

    public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation)
    {
        ItemBatch.Check(items);
        return Run<IReadOnlyList<ItemKey>>(tenant, () =>
        {
            foreach (var item in items) Store(tenant, item);
            return [];
        });
    }

    public Task<IReadOnlyList<PendingItem>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PendingItem>>([.. All.Where(p => p.Item.PendingSince < before).OrderBy(static p => p.Item.PendingSince).Take(limit)]);

    private Task<WriteOutcome> WriteAsync(TenantId tenant, ItemKey key, WriteCondition condition, Func<Item?, WriteOutcome> write) =>
        Run(tenant, () => Find(tenant, key) is var there && condition.Allows(there) ? write(there) : new Conflict(there));

    private Task<T> Run<T>(TenantId tenant, Func<T> body)
    {
        _ = tenant.Value;
        lock (_lock) return Task.FromResult(body());
    }

    private Item? Find(TenantId tenant, ItemKey key) => _items.TryGetValue((tenant, key), out var item) && IsLive(item) ? item : null;

    private Item Store(TenantId tenant, ItemDraft draft) => _items[(tenant, draft.Key)] = ItemVersions.Stored(
        draft, ItemVersions.Next(_items.TryGetValue((tenant, draft.Key), out var there) ? there.Version : null, clock.GetUtcNow()));

    private bool IsLive(Item item) => item.ExpiresAt is not { } expires || expires.ToUnixTimeSeconds() > clock.GetUtcNow().ToUnixTimeSeconds();

    private static ItemKey? PlaceOf(Item item, TableIndex index) => index switch { TableIndex.Index1 => item.Index1, TableIndex.Index2 => item.Index2, _ => item.Key };
}
