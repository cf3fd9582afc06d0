using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Outbox;

/// <summary>
/// Puts messages into an item together with the change that they tell of. There are no transactions between a table and a
/// queue: the one conditional write makes both visible or neither.
/// </summary>
public static class OutboxAttribute
{
    /// <summary>The attribute; contexts do not use this name.</summary>
    public const string Name = "outbox";

    /// <summary>A new item with messages.</summary>
    public static ItemDraft With(this ItemDraft item, DateTimeOffset now, params IReadOnlyCollection<OutboxEntry> entries) =>
        entries.Count == 0 ? item : item with
        {
            Attributes = item.Attributes.With(Name, Write([.. Entries(item), .. entries])),
            PendingSince = item.PendingSince ?? now,
        };

    /// <summary>
    /// A change with messages. What <paramref name="current"/> has not sent yet stays, so the change must be made under
    /// <see cref="WriteCondition.VersionIs"/> of <paramref name="current"/>.
    /// </summary>
    public static ItemChange With(this ItemChange change, Item current, DateTimeOffset now, params IReadOnlyCollection<OutboxEntry> entries) =>
        entries.Count == 0 ? change : change with
        {
            Set = change.Set.With(Name, Write([.. Entries(current), .. entries])),
            PendingSince = TimeChange.Set(current.PendingSince ?? now),
        };

    /// <summary>What waits to be sent, in the order in which it was put in.</summary>
    /// <exception cref="InvalidDataException">The attribute was not written by this class.</exception>
    public static IReadOnlyList<OutboxEntry> Entries(ItemDraft item) => [.. (item.Attributes.List(Name) ?? []).Select(OutboxEntry.Read)];

    internal static ItemChange Without(IReadOnlyList<OutboxEntry> left) => left.Count == 0
        ? new ItemChange { Remove = [Name], PendingSince = TimeChange.Set(null) }
        : new ItemChange { Set = AttributeMap.Of((Name, Write(left))) };

    private static ListValue Write(IEnumerable<OutboxEntry> entries) => new([.. entries.Select(static e => e.Write())]);
}
