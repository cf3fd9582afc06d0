using Ghostbusters.Functions.Storage;
using Microsoft.Data.Sqlite;

namespace Ghostbusters.Functions.Local.Tables;

/// <summary>Items as rows.</summary>
internal static class ItemRow
{
    public const string Columns = "pk, sk, attributes, version, pk1, sk1, pk2, sk2, expires, pending";

    public static Item Read(SqliteDataReader row) =>
        new(new ItemKey(row.GetString(0), row.GetString(1)), AttributeJson.Read(row.GetFieldValue<byte[]>(2)), row.GetInt64(3))
        {
            Index1 = Index(row, 4),
            Index2 = Index(row, 6),
            ExpiresAt = row.IsDBNull(8) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(8)),
            PendingSince = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)),
        };

    private static ItemKey? Index(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new ItemKey(row.GetString(column), row.GetString(column + 1));
}
