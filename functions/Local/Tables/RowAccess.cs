using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Tables;

/// <summary>Reads and writes single rows of one tenant's part of one table.</summary>
internal sealed class RowAccess(SqliteSession session, string table, TenantId tenant, DateTimeOffset now)
{
    /// <summary>The item, unless it has expired.</summary>
    public Item? Find(ItemKey key) => session.Query(
        $"SELECT {ItemRow.Columns} FROM items WHERE tbl = $tbl AND tenant = $tenant AND pk = $pk AND sk = $sk AND (expires IS NULL OR expires > $now)",
        ItemRow.Read,
        ("$tbl", table), ("$tenant", tenant.Value), ("$pk", key.Partition), ("$sk", key.Sort), ("$now", now.ToUnixTimeSeconds())).SingleOrDefault();

    /// <summary>Replaces what is there, expired or not.</summary>
    public Item Replace(ItemDraft draft, long version)
    {
        session.Execute(
            $"""
            INSERT OR REPLACE INTO items (tbl, tenant, {ItemRow.Columns})
            VALUES ($tbl, $tenant, $pk, $sk, $attributes, $version, $pk1, $sk1, $pk2, $sk2, $expires, $pending)
            """,
            ("$tbl", table), ("$tenant", tenant.Value), ("$pk", draft.Key.Partition), ("$sk", draft.Key.Sort),
            ("$attributes", AttributeJson.Write(draft.Attributes)), ("$version", version),
            ("$pk1", draft.Index1?.Partition), ("$sk1", draft.Index1?.Sort), ("$pk2", draft.Index2?.Partition), ("$sk2", draft.Index2?.Sort),
            ("$expires", draft.ExpiresAt?.ToUnixTimeSeconds()), ("$pending", draft.PendingSince?.ToUnixTimeMilliseconds()));
        return ItemVersions.Stored(draft, version);
    }

    public void Delete(ItemKey key) => session.Execute(
        "DELETE FROM items WHERE tbl = $tbl AND tenant = $tenant AND pk = $pk AND sk = $sk",
        ("$tbl", table), ("$tenant", tenant.Value), ("$pk", key.Partition), ("$sk", key.Sort));

    /// <summary>The version of a write: see <see cref="ItemVersions.Next"/>; what has expired counts too.</summary>
    public long NextVersion(ItemKey key)
    {
        var last = session.Query(
            "SELECT version FROM items WHERE tbl = $tbl AND tenant = $tenant AND pk = $pk AND sk = $sk", static r => r.GetInt64(0),
            ("$tbl", table), ("$tenant", tenant.Value), ("$pk", key.Partition), ("$sk", key.Sort));
        return ItemVersions.Next(last.Count == 0 ? null : last[0], now);
    }
}
