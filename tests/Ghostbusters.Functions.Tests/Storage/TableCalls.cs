using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Tests.Storage;

/// <summary>A call, and its answer as text, so that answers of two tables can be compared and shown.</summary>
/// <param name="Pause">How far the clock goes after it.</param>
public sealed record TableCall(string Text, TimeSpan Pause, Func<ITable, FakeTimeProvider, Task<string>> RunAsync)
{
    public override string ToString() => Text;
}

/// <summary>Random calls on few keys, so that they meet.</summary>
internal static class TableCalls
{
    private static readonly TenantId[] Tenants = [TenantId.Parse("ada"), TenantId.Parse("ada-2")];

    private static readonly Gen<ItemKey> Keys = Gen.Elements("p", "p#").SelectMany(static _ => Gen.Elements("a", "a#1", "b", "\U0001F47B"), static (p, s) => new ItemKey(p, s));

    private static readonly Gen<WriteCondition> Conditions = Gen.Elements("none", "absent", "present", "current", "stale").Select(static c => c switch
    {
        "absent" => WriteCondition.Absent,
        "present" => WriteCondition.Present,
        "stale" => WriteCondition.VersionIs(1),
        "current" => WriteCondition.VersionIs(-1), // Replaced by the version that is there when the call runs.
        _ => WriteCondition.None,
    });

    private static readonly Gen<AttributeMap> Values = Gen.Choose(0, 3).SelectMany(static _ => Gen.Choose(-5, 5), static (kind, n) => kind switch
    {
        0 => AttributeMap.Of(("n", n)),
        1 => AttributeMap.Of(("n", n / 4m), ("t", "x")),
        2 => AttributeMap.Of(("m", AttributeMap.Of(("inner", n)))),
        _ => AttributeMap.Empty,
    });

    private static readonly Gen<ItemDraft> Drafts =
        from key in Keys
        from values in Values
        from index in Gen.Elements<string?>(null, "x", "y")
        from lifetime in Gen.Elements<int?>(null, null, 3, 30)
        from waits in Gen.Elements(false, false, true)
        select new ItemDraft(key, values)
        {
            Index1 = index is null ? null : new ItemKey("i", index),
            Index2 = index is null ? null : new ItemKey("j", index + key.Partition + key.Sort), // Equal sort keys would come in any order.
            ExpiresAt = lifetime is { } seconds ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null, // Counted from the call.
            PendingSince = waits ? DateTimeOffset.UnixEpoch : null,
        };

    private static readonly Gen<TableCall> Calls =
        from tenant in Gen.Elements(Tenants)
        from draft in Drafts
        from condition in Conditions
        from kind in Gen.Choose(0, 8)
        from pause in Gen.Elements(0, 1, 1000, 4000)
        select Call(tenant, draft, condition, kind, TimeSpan.FromMilliseconds(pause + 1));

    public static Arbitrary<TableCall[]> Courses { get; } = Calls.ArrayOf(25).ToArbitrary();

    private static TableCall Call(TenantId tenant, ItemDraft draft, WriteCondition condition, int kind, TimeSpan pause) => kind switch
    {
        0 or 1 => new($"put {tenant} {draft.Key} {condition}", pause, async (t, clock) => Show(await t.PutAsync(tenant, At(draft, clock), await ForAsync(condition, t, tenant, draft.Key), default))),
        2 or 3 => new($"update {tenant} {draft.Key} {condition}", pause, async (t, clock) => Show(await t.UpdateAsync(tenant, draft.Key, Change(At(draft, clock)), await ForAsync(condition, t, tenant, draft.Key), default))),
        4 => new($"delete {tenant} {draft.Key} {condition}", pause, async (t, _) => Show(await t.DeleteAsync(tenant, draft.Key, await ForAsync(condition, t, tenant, draft.Key), default))),
        5 => new($"query {tenant} {draft.Key.Partition}", pause, async (t, _) => Show((await t.QueryAsync(tenant, new TableQuery(draft.Key.Partition) { Sort = SortRange.StartingWith(draft.Key.Sort) }, default)).Items)),
        6 => new($"query index {tenant}", pause, async (t, _) => Show((await t.QueryAsync(tenant, new TableQuery("j") { Index = TableIndex.Index2 }, default)).Items)),
        7 => new($"put many {tenant} {draft.Key}", pause, async (t, clock) => string.Join(",", await t.PutManyAsync(tenant, [At(draft, clock)], default))),
        _ => new($"get {tenant} {draft.Key}", pause, async (t, _) => Show([await t.GetAsync(tenant, draft.Key, default)])),
    };

    private static async Task<WriteCondition> ForAsync(WriteCondition condition, ITable table, TenantId tenant, ItemKey key) =>
        condition is ItemVersion { Version: -1 } ? WriteCondition.VersionIs((await table.GetAsync(tenant, key, default))?.Version ?? 7) : condition;

    private static ItemDraft At(ItemDraft draft, FakeTimeProvider clock) => draft with
    {
        ExpiresAt = draft.ExpiresAt is { } expires ? clock.GetUtcNow() + (expires - DateTimeOffset.UnixEpoch) : null,
        PendingSince = draft.PendingSince is null ? null : clock.GetUtcNow(),
    };

    private static ItemChange Change(ItemDraft draft) => new()
    {
        Set = draft.Attributes.Without("n"),
        Remove = draft.Attributes.ContainsKey("t") ? [] : ["t"],
        Add = draft.Attributes.Number("n") is { } n ? new Dictionary<string, decimal> { ["n"] = n } : new Dictionary<string, decimal>(),
        Index2 = draft.Index2 is null ? IndexChange.Keep : IndexChange.Set(draft.Index2),
        ExpiresAt = draft.ExpiresAt is null ? TimeChange.Keep : TimeChange.Set(draft.ExpiresAt),
        PendingSince = TimeChange.Set(draft.PendingSince),
    };

    private static string Show(WriteOutcome outcome) => outcome switch
    {
        Stored { Item: var item } => "stored " + Show([item]),
        Conflict { Existing: var item } => "conflict " + Show([item]),
        _ => "deleted",
    };

    private static string Show(IEnumerable<Item?> items) => string.Join("; ", items.Select(static i => i is null ? "nothing"
        : $"{i.Key} v{i.Version} [{string.Join(", ", i.Attributes.Select(static a => a.Key + "=" + Show(a.Value)))}] {i.Index1} {i.Index2} {i.ExpiresAt:O} {i.PendingSince:O}"));

    private static string Show(AttributeValue value) => value switch
    {
        NumberValue number => number.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        MapValue map => "{" + string.Join(", ", map.Value.Select(static a => a.Key + "=" + Show(a.Value))) + "}",
        _ => value.ToString(),
    };
}
