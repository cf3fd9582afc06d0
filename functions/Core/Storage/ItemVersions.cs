namespace Ghostbusters.Functions.Storage;

/// <summary>What adapters share about versions, conditions and changes, so that they cannot differ in it.</summary>
public static class ItemVersions
{
    private const long PerMillisecond = 1024;

    /// <summary>
    /// The version of a key's first write comes from the clock: a key that was deleted and written again does not repeat
    /// the versions that somebody may still hold.
    /// </summary>
    public static long First(DateTimeOffset now) => now.ToUnixTimeMilliseconds() * PerMillisecond;

    public static long Next(long? last, DateTimeOffset now) => last is { } version ? version + 1 : First(now);

    public static bool Allows(this WriteCondition condition, Item? there) => condition switch
    {
        ItemAbsent => there is null,
        ItemPresent => there is not null,
        ItemVersion { Version: var version } => there?.Version == version,
        _ => true,
    };

    /// <summary>The item that a draft becomes: its expiry has lost its fraction of a second, its start of waiting that of a millisecond.</summary>
    public static Item Stored(ItemDraft draft, long version) => new(draft.Key, draft.Attributes, version)
    {
        Index1 = draft.Index1,
        Index2 = draft.Index2,
        ExpiresAt = draft.ExpiresAt is { } expires ? DateTimeOffset.FromUnixTimeSeconds(expires.ToUnixTimeSeconds()) : null,
        PendingSince = draft.PendingSince is { } pending ? DateTimeOffset.FromUnixTimeMilliseconds(pending.ToUnixTimeMilliseconds()) : null,
    };

    /// <summary>The item after a change.</summary>
    /// <exception cref="ArgumentException">The change names an attribute twice.</exception>
    public static ItemDraft Apply(this ItemChange change, Item item)
    {
        change.Check();
        var attributes = item.Attributes;
        foreach (var (name, value) in change.Set) attributes = attributes.With(name, value);
        foreach (var name in change.Remove) attributes = attributes.Without(name);
        foreach (var (name, amount) in change.Add) attributes = attributes.With(name, (attributes.Number(name) ?? 0) + amount);
        return new ItemDraft(item.Key, attributes)
        {
            Index1 = change.Index1.Changes ? change.Index1.To : item.Index1,
            Index2 = change.Index2.Changes ? change.Index2.To : item.Index2,
            ExpiresAt = change.ExpiresAt.Changes ? change.ExpiresAt.To : item.ExpiresAt,
            PendingSince = change.PendingSince.Changes ? change.PendingSince.To : item.PendingSince,
        };
    }

    /// <exception cref="ArgumentException">The change names an attribute twice.</exception>
    public static void Check(this ItemChange change)
    {
        var names = change.Set.Keys.Concat(change.Remove).Concat(change.Add.Keys);
        if (names.GroupBy(static n => n, StringComparer.Ordinal).Any(static n => n.Skip(1).Any()))
            throw new ArgumentException("A change names each attribute once.", nameof(change));
    }
}
