using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Testing.Memory;

/// <summary>Sort key of the index first, then the item's own key.</summary>
internal static class PositionOrder
{
    public static IComparer<PagePosition> Comparer { get; } = Comparer<PagePosition>.Create(static (left, right) =>
    {
        var order = SortOrder.Compare(left.IndexSort, right.IndexSort);
        if (order == 0) order = SortOrder.Compare(left.Key.Partition, right.Key.Partition);
        return order != 0 ? order : SortOrder.Compare(left.Key.Sort, right.Key.Sort);
    });
}
