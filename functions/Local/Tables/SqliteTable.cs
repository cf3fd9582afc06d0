using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Tables;

/// <summary>A table in the local host's file.</summary>
/// <param name="name">Tells the tables of one file apart.</param>
public sealed class SqliteTable(SqliteStore store, string name, TimeProvider clock) : ITable, IPendingItems
{
    public Task<Item?> GetAsync(TenantId tenant, ItemKey key, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.ReadAsync(session => Rows(session, tenant).Find(key), cancellation);
    }

    public Task<WriteOutcome> PutAsync(TenantId tenant, ItemDraft item, WriteCondition condition, CancellationToken cancellation)
    {
        ItemSize.Check(item);
        return WriteAsync(tenant, item.Key, condition, (rows, _) => new Stored(rows.Replace(item, rows.NextVersion(item.Key))), cancellation);
    }

    public Task<WriteOutcome> UpdateAsync(TenantId tenant, ItemKey key, ItemChange change, WriteCondition condition, CancellationToken cancellation)
    {
        change.Check();
        return WriteAsync(tenant, key, condition, (rows, there) => there is null ? new Conflict(null) : Change(rows, there, change), cancellation);
    }

    public Task<WriteOutcome> DeleteAsync(TenantId tenant, ItemKey key, WriteCondition condition, CancellationToken cancellation) =>
        WriteAsync(
            tenant, key, condition,
            (rows, _) =>
            {
                rows.Delete(key);
                return new Deleted();
            },
            cancellation);

    public Task<Page> QueryAsync(TenantId tenant, TableQuery query, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.ReadAsync(session => RowQuery.Run(session, name, tenant, query, clock.GetUtcNow()), cancellation);
    }

    public Task<IReadOnlyList<Item>> GetManyAsync(TenantId tenant, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.ReadAsync<IReadOnlyList<Item>>(session =>
        {
            var rows = Rows(session, tenant);
            return [.. keys.Distinct().Select(rows.Find).OfType<Item>()];
        }, cancellation);
    }

    public Task<IReadOnlyList<ItemKey>> PutManyAsync(TenantId tenant, IReadOnlyCollection<ItemDraft> items, CancellationToken cancellation)
    {
        _ = tenant.Value;
        ItemBatch.Check(items);
        return store.WriteAsync<IReadOnlyList<ItemKey>>(session =>
        {
            var rows = Rows(session, tenant);
            foreach (var item in items) rows.Replace(item, rows.NextVersion(item.Key));
            return [];
        }, cancellation);
    }

    public Task<IReadOnlyList<PendingItem>> ListAsync(DateTimeOffset before, int limit, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<PendingItem>>(session => RowQuery.Pending(session, name, before, limit, clock.GetUtcNow()), cancellation);

    /// <summary>Removes what has expired; nothing reads it any more, so this only frees space. Run it from time to time.</summary>
    public Task<int> PurgeAsync(CancellationToken cancellation) => store.WriteAsync(
        session => session.Execute("DELETE FROM items WHERE tbl = $tbl AND expires <= $now", ("$tbl", name), ("$now", clock.GetUtcNow().ToUnixTimeSeconds())),
        cancellation);

    private static WriteOutcome Change(RowAccess rows, Item there, ItemChange change)
    {
        var changed = change.Apply(there);
        ItemSize.Check(changed);
        return new Stored(rows.Replace(changed, rows.NextVersion(there.Key)));
    }

    private Task<WriteOutcome> WriteAsync(
        TenantId tenant, ItemKey key, WriteCondition condition, Func<RowAccess, Item?, WriteOutcome> write, CancellationToken cancellation)
    {
        _ = tenant.Value;
        return store.WriteAsync(session =>
        {
            var rows = Rows(session, tenant);
            var there = rows.Find(key);
            return condition.Allows(there) ? write(rows, there) : new Conflict(there);
        }, cancellation);
    }

    private RowAccess Rows(SqliteSession session, TenantId tenant) => new(session, name, tenant, clock.GetUtcNow());
}
