namespace Ghostbusters.Functions.Storage;

/// <summary>The table's own order, or one of its two secondary indexes.</summary>
public enum TableIndex
{
    Primary,
    Index1,
    Index2,
}

/// <summary>Items of one partition in the order of their sort keys.</summary>
/// <param name="Partition">The partition, in the chosen index.</param>
public sealed record TableQuery(string Partition)
{
    public const int MaximumLimit = 1000;

    private readonly int _limit = 100;

    public TableIndex Index { get; init; } = TableIndex.Primary;

    public SortRange Sort { get; init; } = SortRange.All;

    public bool Descending { get; init; }

    /// <summary>At most so many items a page, 1 to 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public int Limit
    {
        get => _limit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumLimit);
            _limit = value;
        }
    }

    /// <summary>Where the page before ended; null: from the start. What a client sends goes through <see cref="Paging.PageCursors"/>.</summary>
    public PagePosition? After { get; init; }
}

/// <summary>The last item of a page.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IndexSort">Its sort key in the index that was read.</param>
public sealed record PagePosition(ItemKey Key, string IndexSort);

/// <summary>A page of items.</summary>
/// <param name="Next">Where to go on; null: that was all. A page may be short, even empty, and yet not the last.</param>
public sealed record Page(IReadOnlyList<Item> Items, PagePosition? Next);
