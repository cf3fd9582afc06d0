namespace Ghostbusters.Functions.Storage;

/// <summary>
/// Which sort keys: all, those with a prefix, or those within bounds. Not a prefix and bounds at once, because DynamoDB has
/// one condition on a sort key.
/// </summary>
public sealed record SortRange
{
    private SortRange()
    {
    }

    public static SortRange All { get; } = new();

    public string? Prefix { get; private init; }

    /// <summary>The least, inclusive; null: no bound.</summary>
    public string? Least { get; private init; }

    /// <summary>The greatest, inclusive; null: no bound.</summary>
    public string? Greatest { get; private init; }

    public static SortRange StartingWith(string prefix) => new() { Prefix = ItemKey.Checked(prefix, nameof(prefix)) };

    public static SortRange From(string least) => new() { Least = ItemKey.Checked(least, nameof(least)) };

    public static SortRange UpTo(string greatest) => new() { Greatest = ItemKey.Checked(greatest, nameof(greatest)) };

    /// <exception cref="ArgumentException">The least is greater than the greatest.</exception>
    public static SortRange Between(string least, string greatest) =>
        SortOrder.Compare(ItemKey.Checked(least, nameof(least)), ItemKey.Checked(greatest, nameof(greatest))) <= 0
            ? new SortRange { Least = least, Greatest = greatest }
            : throw new ArgumentException("The bounds are the wrong way round.", nameof(least));

    public bool Holds(string sort) =>
        (Prefix is null || sort.StartsWith(Prefix, StringComparison.Ordinal))
        && (Least is null || SortOrder.Compare(sort, Least) >= 0)
        && (Greatest is null || SortOrder.Compare(sort, Greatest) <= 0);
}
