namespace Ghostbusters.Functions.Storage;

/// <summary>What is to be stored under a key.</summary>
/// <param name="Key">Where.</param>
/// <param name="Attributes">What; together with the keys at most <see cref="ItemSize.Maximum"/> bytes.</param>
public record ItemDraft(ItemKey Key, AttributeMap Attributes)
{
    /// <summary>Its place in the first secondary index; null keeps it out of that index.</summary>
    public ItemKey? Index1 { get; init; }

    /// <summary>Its place in the second secondary index; null keeps it out of that index.</summary>
    public ItemKey? Index2 { get; init; }

    /// <summary>
    /// From then on the item is gone: no read returns it and a write sees nothing there, whether the store has removed it
    /// yet or not. Whole seconds; a fraction is cut off.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when a message that belongs to the item waits to be sent; see <see cref="Outbox.OutboxMessages"/>. Null: none.</summary>
    public DateTimeOffset? PendingSince { get; init; }
}

/// <summary>What is stored under a key.</summary>
/// <param name="Version">
/// Larger with every write of the key. Opaque: versions do not start at 1 and do not grow by 1, so that an item that was
/// deleted and made again is not taken for the old one.
/// </param>
public sealed record Item(ItemKey Key, AttributeMap Attributes, long Version) : ItemDraft(Key, Attributes);
