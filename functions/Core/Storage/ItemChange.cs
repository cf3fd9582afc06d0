namespace Ghostbusters.Functions.Storage;

/// <summary>A change of some attributes of an item; what it does not name stays.</summary>
public sealed record ItemChange
{
    /// <summary>Attributes that get a value.</summary>
    public AttributeMap Set { get; init; } = AttributeMap.Empty;

    /// <summary>Attributes that go. One that is not there is no error.</summary>
    public IReadOnlyCollection<string> Remove { get; init; } = [];

    /// <summary>Numbers to add; an attribute that is not there counts from zero.</summary>
    public IReadOnlyDictionary<string, decimal> Add { get; init; } = new Dictionary<string, decimal>();

    /// <summary>A new place in the first index; <see cref="IndexChange.Keep"/> unless said.</summary>
    public IndexChange Index1 { get; init; } = IndexChange.Keep;

    /// <summary>A new place in the second index.</summary>
    public IndexChange Index2 { get; init; } = IndexChange.Keep;

    /// <summary>A new expiry.</summary>
    public TimeChange ExpiresAt { get; init; } = TimeChange.Keep;

    /// <summary>A new start of waiting.</summary>
    public TimeChange PendingSince { get; init; } = TimeChange.Keep;
}

/// <summary>Whether a place in an index changes, and to what; null takes the item out of the index.</summary>
public readonly record struct IndexChange(bool Changes, ItemKey? To)
{
    public static IndexChange Keep => default;

    public static IndexChange Set(ItemKey? to) => new(true, to);
}

/// <summary>Whether a time changes, and to what; null takes it away.</summary>
public readonly record struct TimeChange(bool Changes, DateTimeOffset? To)
{
    public static TimeChange Keep => default;

    public static TimeChange Set(DateTimeOffset? to) => new(true, to);
}
