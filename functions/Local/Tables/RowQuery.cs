using System.Text;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Tables;

/// <summary>Pages of a partition. The statement depends on the query's form only, never on its texts, so it is prepared once a form.</summary>
internal static class RowQuery
{
    public static Page Run(SqliteSession session, string table, TenantId tenant, TableQuery query, DateTimeOffset now)
    {
        // One more than the page shows whether there is another.
        var rows = session.Query(Statement(query), ItemRow.Read,
            ("$tbl", table), ("$tenant", tenant.Value), ("$partition", query.Partition), ("$now", now.ToUnixTimeSeconds()), ("$limit", query.Limit + 1),
            ("$least", query.Sort.Prefix ?? query.Sort.Least), ("$greatest", query.Sort.Greatest),
            ("$end", query.Sort.Prefix is { } prefix ? SortOrder.AfterAllWith(prefix) : null),
            ("$sort", query.After?.IndexSort), ("$pk", query.After?.Key.Partition), ("$sk", query.After?.Key.Sort));
        if (rows.Count <= query.Limit) return new Page(rows, null);
        rows.RemoveAt(rows.Count - 1);
        return new Page(rows, PositionOf(rows[^1], query.Index));
    }

    public static List<PendingItem> Pending(SqliteSession session, string table, DateTimeOffset before, int limit, DateTimeOffset now) => session.Query(
        $"""
        SELECT {ItemRow.Columns}, tenant FROM items
        WHERE tbl = $tbl AND pending IS NOT NULL AND pending < $before AND (expires IS NULL OR expires > $now) ORDER BY pending LIMIT $limit
        """,
        static row => new PendingItem(TenantId.Read(row.GetString(10)), ItemRow.Read(row)),
        ("$tbl", table), ("$before", before.ToUnixTimeMilliseconds()), ("$limit", limit), ("$now", now.ToUnixTimeSeconds()));

    private static PagePosition PositionOf(Item item, TableIndex index) => new(item.Key, index switch
    {
        TableIndex.Index1 => item.Index1!.Sort,
        TableIndex.Index2 => item.Index2!.Sort,
        _ => item.Key.Sort,
    });

    private static string Statement(TableQuery query)
    {
        var (partition, sort) = query.Index switch { TableIndex.Index1 => ("pk1", "sk1"), TableIndex.Index2 => ("pk2", "sk2"), _ => ("pk", "sk") };
        var (beyond, order) = query.Descending ? ("<", "DESC") : (">", "ASC");
        var sql = new StringBuilder($"SELECT {ItemRow.Columns} FROM items WHERE tbl = $tbl AND tenant = $tenant AND {partition} = $partition");
        if (query.Index != TableIndex.Primary) sql.Append($" AND {partition} IS NOT NULL"); // So that SQLite may use the partial index.
        sql.Append(" AND (expires IS NULL OR expires > $now)");
        if ((query.Sort.Prefix ?? query.Sort.Least) is not null) sql.Append($" AND {sort} >= $least");
        if (query.Sort.Greatest is not null) sql.Append($" AND {sort} <= $greatest");
        if (query.Sort.Prefix is { } prefix && SortOrder.AfterAllWith(prefix) is not null) sql.Append($" AND {sort} < $end");
        if (query.After is not null) sql.Append($" AND ({sort}, pk, sk) {beyond} ($sort, $pk, $sk)");
        return sql.Append($" ORDER BY {sort} {order}, pk {order}, sk {order} LIMIT $limit").ToString();
    }
}
