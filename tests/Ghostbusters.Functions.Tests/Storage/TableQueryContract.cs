using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Tests.Storage;

/// <summary>What every table does when it is queried, and with time.</summary>
public abstract class TableQueryContract : TableContract
{
    /// <summary>UTF-8 order, which is not .NET's: U+FF5E sorts before U+1F47B in bytes and after it in UTF-16.</summary>
    private static readonly string[] InOrder = ["A", "a", "a\u0001", "a#1", "a#10", "a#2", "aé", "b", "é", "～", "\U0001F47B"];

    [Fact]
    public async Task Query_IsInTheOrderOfBytes()
    {
        var table = await FilledAsync();
        Assert.Equal(InOrder, await SortsAsync(table, new TableQuery("p")));
        Assert.Equal(InOrder.Reverse(), await SortsAsync(table, new TableQuery("p") { Descending = true }));
    }

    [Fact]
    public async Task Query_ByPrefixAndBounds()
    {
        var table = await FilledAsync();
        foreach (var sort in new[] { SortRange.StartingWith("a"), SortRange.StartingWith("a#1"), SortRange.StartingWith("\U0001F47B"), SortRange.From("a#10"), SortRange.UpTo("a#10"), SortRange.Between("a#1", "b"), SortRange.Between("c", "d") })
            foreach (var descending in new[] { false, true })
            {
                var expected = InOrder.Where(sort.Holds);
                Assert.Equal(descending ? expected.Reverse() : expected, await SortsAsync(table, new TableQuery("p") { Sort = sort, Descending = descending }));
            }
    }

    [Fact]
    public async Task Query_Pages_HaveAllOnce()
    {
        var table = await FilledAsync();
        foreach (var limit in new[] { 1, 2, 3, 11, 50 })
            foreach (var index in Enum.GetValues<TableIndex>())
                foreach (var descending in new[] { false, true })
                {
                    var seen = new List<string>();
                    PagePosition? after = null;
                    do
                    {
                        var page = await table.QueryAsync(Ada, new TableQuery("p") { Index = index, Limit = limit, Descending = descending, After = after }, None);
                        Assert.True(page.Items.Count <= limit);
                        seen.AddRange(page.Items.Select(static i => i.Key.Sort));
                        after = page.Next;
                    }
                    while (after is not null);
                    Assert.Equal(InOrder.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
                }
    }

    [Fact]
    public async Task Query_OfAnIndex_HasOnlyWhatIsInIt()
    {
        var table = await FilledAsync();
        await table.PutAsync(Ada, Draft("outside"), WriteCondition.None, None);
        await table.UpdateAsync(Ada, new ItemKey("p", "A"), new ItemChange { Index1 = IndexChange.Set(new ItemKey("q", "moved")) }, WriteCondition.None, None);
        Assert.Equal(["A"], await SortsAsync(table, new TableQuery("q") { Index = TableIndex.Index1 }));
        var left = await SortsAsync(table, new TableQuery("p") { Index = TableIndex.Index1 });
        Assert.Equal(InOrder.Length - 1, left.Count);
        Assert.DoesNotContain("outside", left);
    }

    [Fact]
    public async Task WhatExpired_IsNotThere()
    {
        var table = await CreateAsync();
        var end = Clock.GetUtcNow().AddSeconds(10);
        var draft = Draft("a") with { ExpiresAt = end, Index1 = new ItemKey("i", "1"), PendingSince = Clock.GetUtcNow() };
        var stored = StoredIn(await table.PutAsync(Ada, draft, WriteCondition.None, None));
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await table.GetAsync(Ada, draft.Key, None));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await table.GetAsync(Ada, draft.Key, None));
        Assert.Empty((await table.QueryAsync(Ada, new TableQuery("p"), None)).Items);
        Assert.Empty((await table.QueryAsync(Ada, new TableQuery("i") { Index = TableIndex.Index1 }, None)).Items);
        Assert.Empty(await table.GetManyAsync(Ada, [draft.Key], None));
        Assert.Empty(await ((IPendingItems)table).ListAsync(Clock.GetUtcNow().AddDays(1), 10, None));
        Assert.Equal(new Conflict(null), await table.UpdateAsync(Ada, draft.Key, new ItemChange { ExpiresAt = TimeChange.Set(null) }, WriteCondition.None, None));
        Assert.Equal(new Conflict(null), await table.PutAsync(Ada, draft, WriteCondition.VersionIs(stored.Version), None));
        var again = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        Assert.True(again.Version > stored.Version);
    }

    [Fact]
    public async Task Many_ArePutAndGot()
    {
        var table = await CreateAsync();
        var drafts = Enumerable.Range(0, 130).Select(static i => Draft($"{i:000}")).ToList();
        Assert.Empty(await table.PutManyAsync(Ada, drafts, None));
        var keys = drafts.Select(static d => d.Key).Append(new ItemKey("p", "missing")).Append(drafts[0].Key).ToList();
        var got = await table.GetManyAsync(Ada, keys, None);
        Assert.Equal(drafts.Select(static d => d.Key.Sort), got.Select(static i => i.Key.Sort).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.PutManyAsync(Ada, [drafts[0], drafts[0]], None));
    }

    [Fact]
    public async Task Many_RaiseTheVersion()
    {
        var table = await CreateAsync();
        var first = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        await table.PutManyAsync(Ada, [Draft("a", AttributeMap.Of(("new", 1)))], None);
        var conflict = Assert.IsType<Conflict>(await table.PutAsync(Ada, Draft("a"), WriteCondition.VersionIs(first.Version), None));
        Assert.Equal(AttributeMap.Of(("new", 1)), conflict.Existing?.Attributes);
    }

    [Fact]
    public async Task WhatWaits_IsListedForAllTenants()
    {
        var table = await CreateAsync();
        var pending = (IPendingItems)table;
        var now = Clock.GetUtcNow();
        await table.PutAsync(Ada, Draft("old") with { PendingSince = now.AddMinutes(-2) }, WriteCondition.None, None);
        await table.PutAsync(Bob, Draft("older") with { PendingSince = now.AddMinutes(-3) }, WriteCondition.None, None);
        await table.PutAsync(TenantId.Platform, Draft("oldest") with { PendingSince = now.AddMinutes(-4) }, WriteCondition.None, None);
        await table.PutAsync(Bob, Draft("fresh") with { PendingSince = now }, WriteCondition.None, None);
        await table.PutAsync(Bob, Draft("none"), WriteCondition.None, None);
        var listed = await pending.ListAsync(now.AddMinutes(-1), 10, None);
        Assert.Equal(["_platform/oldest", "ada/old", "bob/older"], listed.Select(static p => $"{p.Tenant}/{p.Item.Key.Sort}").Order(StringComparer.Ordinal));
        Assert.Single(await pending.ListAsync(now.AddMinutes(-1), 1, None));
        var old = listed.Single(p => p.Tenant == Ada).Item;
        await table.UpdateAsync(Ada, old.Key, new ItemChange { PendingSince = TimeChange.Set(null) }, WriteCondition.VersionIs(old.Version), None);
        Assert.DoesNotContain(await pending.ListAsync(now.AddMinutes(-1), 10, None), p => p.Tenant == Ada);
    }

    private async Task<ITable> FilledAsync()
    {
        var table = await CreateAsync();
        foreach (var (sort, i) in InOrder.Select(static (s, i) => (s, i)))
        {
            var draft = Draft(sort) with { Index1 = new ItemKey("p", (i % 3).ToString(System.Globalization.CultureInfo.InvariantCulture)), Index2 = new ItemKey("p", "same") };
            await table.PutAsync(Ada, draft, WriteCondition.None, None);
        }
        await table.PutAsync(Ada, new ItemDraft(new ItemKey("other", "x"), AttributeMap.Empty), WriteCondition.None, None);
        return table;
    }

    private async Task<List<string>> SortsAsync(ITable table, TableQuery query) => [.. (await table.QueryAsync(Ada, query, None)).Items.Select(static i => i.Key.Sort)];
}
