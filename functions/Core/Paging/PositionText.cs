using System.Text;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Paging;

/// <summary>Positions and queries as bytes. Parts are told apart by NUL, which no key holds.</summary>
internal static class PositionText
{
    public static byte[] Write(PagePosition position) =>
        Encoding.UTF8.GetBytes(string.Join('\0', position.Key.Partition, position.Key.Sort, position.IndexSort));

    public static bool TryRead(byte[] bytes, out PagePosition? position)
    {
        position = Encoding.UTF8.GetString(bytes).Split('\0') is [var partition, var sort, var indexSort]
            ? new PagePosition(new ItemKey(partition, sort), indexSort)
            : null;
        return position is not null;
    }

    /// <summary>Everything but the limit, which may change from page to page.</summary>
    public static byte[] Scope(TenantId tenant, TableQuery query, string filter) => Encoding.UTF8.GetBytes(string.Join('\0',
        tenant.Value, query.Index, query.Partition, query.Descending, Part(query.Sort.Prefix), Part(query.Sort.Least), Part(query.Sort.Greatest), filter));

    private static string Part(string? bound) => bound is null ? "-" : "=" + bound;
}
