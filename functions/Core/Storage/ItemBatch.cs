namespace Ghostbusters.Functions.Storage;

/// <summary>What a batch may hold, with every adapter.</summary>
public static class ItemBatch
{
    /// <exception cref="ArgumentException">A key is named twice, or an item is too large.</exception>
    public static void Check(IReadOnlyCollection<ItemDraft> items)
    {
        foreach (var item in items) ItemSize.Check(item);
        if (items.Select(static i => i.Key).Distinct().Count() != items.Count)
            throw new ArgumentException("A batch names each key once: the store would not say which of two writes is the last.", nameof(items));
    }
}
