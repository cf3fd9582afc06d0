using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Tests.Storage;

/// <summary>What every table does. Each adapter passes the same facts.</summary>
public abstract class TableContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected TenantId Ada { get; } = TenantId.Parse("ada");

    protected TenantId Bob { get; } = TenantId.Parse("bob");

    /// <summary>An empty table.</summary>
    protected abstract Task<ITable> CreateAsync();

    protected static ItemDraft Draft(string sort, AttributeMap? attributes = null) => new(new ItemKey("p", sort), attributes ?? AttributeMap.Of(("name", sort)));

    protected static Item StoredIn(WriteOutcome outcome) => Assert.IsType<Stored>(outcome).Item;

    [Fact]
    public async Task WhatIsPut_IsGot()
    {
        var table = await CreateAsync();
        var draft = Draft("a", AttributeMap.Of(
            ("text", "täxt \"quoted\" \U0001F47B"), ("empty", ""), ("number", 12345678901234567890.12345678m), ("small", -0.000001m), ("zero", 0), ("yes", true), ("no", false),
            ("bytes", new byte[] { 0, 1, 255 }), ("list", new ListValue([new TextValue("x"), new NumberValue(1), new ListValue([])])),
            ("map", AttributeMap.Of(("inner", AttributeMap.Empty), ("a.b", "dotted"), ("#x", 1)))))
            with
        {
            Index1 = new ItemKey("i", "1"),
            Index2 = new ItemKey("j", "2"),
            ExpiresAt = Clock.GetUtcNow().AddDays(1),
            PendingSince = Clock.GetUtcNow(),
        };
        var stored = StoredIn(await table.PutAsync(Ada, draft, WriteCondition.None, None));
        Assert.Equal(draft, new ItemDraft(stored.Key, stored.Attributes) { Index1 = stored.Index1, Index2 = stored.Index2, ExpiresAt = stored.ExpiresAt, PendingSince = stored.PendingSince });
        Assert.Equal(stored, await table.GetAsync(Ada, draft.Key, None));
    }

    [Fact]
    public async Task WhatWasNeverPut_IsNotThere()
    {
        var table = await CreateAsync();
        Assert.Null(await table.GetAsync(Ada, new ItemKey("p", "a"), None));
    }

    [Fact]
    public async Task AnotherTenant_SeesNothing()
    {
        var table = await CreateAsync();
        var draft = Draft("a") with { Index1 = new ItemKey("i", "1") };
        await table.PutAsync(Ada, draft, WriteCondition.None, None);
        Assert.Null(await table.GetAsync(Bob, draft.Key, None));
        Assert.Empty((await table.QueryAsync(Bob, new TableQuery("p"), None)).Items);
        Assert.Empty((await table.QueryAsync(Bob, new TableQuery("i") { Index = TableIndex.Index1 }, None)).Items);
        Assert.Empty(await table.GetManyAsync(Bob, [draft.Key], None));
        Assert.IsType<Conflict>(await table.UpdateAsync(Bob, draft.Key, new ItemChange { Set = AttributeMap.Of(("x", 1)) }, WriteCondition.None, None));
        Assert.IsType<Deleted>(await table.DeleteAsync(Bob, draft.Key, WriteCondition.None, None));
        Assert.NotNull(await table.GetAsync(Ada, draft.Key, None));
    }

    [Fact]
    public async Task NoTenant_IsRefused()
    {
        var table = await CreateAsync();
        var key = new ItemKey("p", "a");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.GetAsync(default, key, None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.PutAsync(default, Draft("a"), WriteCondition.None, None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.UpdateAsync(default, key, new ItemChange(), WriteCondition.None, None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.DeleteAsync(default, key, WriteCondition.None, None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.QueryAsync(default, new TableQuery("p"), None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.GetManyAsync(default, [key], None));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await table.PutManyAsync(default, [Draft("a")], None));
    }

    [Fact]
    public async Task Absent_HoldsOnce()
    {
        var table = await CreateAsync();
        var first = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        var second = await table.PutAsync(Ada, Draft("a", AttributeMap.Of(("other", 1))), WriteCondition.Absent, None);
        Assert.Equal(new Conflict(first), second);
    }

    [Fact]
    public async Task Absent_OfManyAtOnce_OneHolds()
    {
        var table = await CreateAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => table.PutAsync(Ada, Draft("a", AttributeMap.Of(("by", i))), WriteCondition.Absent, None)));
        var winner = StoredIn(Assert.Single(outcomes, static o => o is Stored));
        Assert.All(outcomes.OfType<Conflict>(), conflict => Assert.Equal(winner, conflict.Existing));
    }

    [Fact]
    public async Task Version_ThatWasReplaced_Conflicts()
    {
        var table = await CreateAsync();
        var first = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        var second = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.VersionIs(first.Version), None));
        Assert.True(second.Version > first.Version);
        Assert.Equal(new Conflict(second), await table.PutAsync(Ada, Draft("a"), WriteCondition.VersionIs(first.Version), None));
        Assert.Equal(new Conflict(second), await table.DeleteAsync(Ada, first.Key, WriteCondition.VersionIs(first.Version), None));
        Assert.Equal(new Conflict(null), await table.PutAsync(Ada, Draft("b"), WriteCondition.VersionIs(first.Version), None));
    }

    [Fact]
    public async Task Version_AfterDeletion_IsNotRepeated()
    {
        var table = await CreateAsync();
        var first = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        Assert.Equal(new Deleted(), await table.DeleteAsync(Ada, first.Key, WriteCondition.VersionIs(first.Version), None));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = StoredIn(await table.PutAsync(Ada, Draft("a"), WriteCondition.Absent, None));
        Assert.Equal(new Conflict(again), await table.PutAsync(Ada, Draft("a"), WriteCondition.VersionIs(first.Version), None));
    }

    [Fact]
    public async Task Present_HoldsWhereSomethingIs()
    {
        var table = await CreateAsync();
        Assert.Equal(new Conflict(null), await table.PutAsync(Ada, Draft("a"), WriteCondition.Present, None));
        await table.PutAsync(Ada, Draft("a"), WriteCondition.None, None);
        Assert.IsType<Stored>(await table.PutAsync(Ada, Draft("a"), WriteCondition.Present, None));
    }

    [Fact]
    public async Task Delete_OfNothing_IsNoError()
    {
        var table = await CreateAsync();
        Assert.Equal(new Deleted(), await table.DeleteAsync(Ada, new ItemKey("p", "a"), WriteCondition.None, None));
        Assert.Equal(new Conflict(null), await table.DeleteAsync(Ada, new ItemKey("p", "a"), WriteCondition.Present, None));
    }

    [Fact]
    public async Task Put_ReplacesTheWhole()
    {
        var table = await CreateAsync();
        await table.PutAsync(Ada, Draft("a", AttributeMap.Of(("old", 1))) with { Index1 = new ItemKey("i", "1"), ExpiresAt = Clock.GetUtcNow().AddDays(1), PendingSince = Clock.GetUtcNow() }, WriteCondition.None, None);
        var stored = StoredIn(await table.PutAsync(Ada, Draft("a", AttributeMap.Of(("new", 2))), WriteCondition.None, None));
        Assert.Equal((AttributeMap.Of(("new", 2)), null, null, null), (stored.Attributes, stored.Index1, stored.ExpiresAt, stored.PendingSince));
        Assert.Empty((await table.QueryAsync(Ada, new TableQuery("i") { Index = TableIndex.Index1 }, None)).Items);
    }

    [Fact]
    public async Task Update_ChangesWhatItNames()
    {
        var table = await CreateAsync();
        var first = StoredIn(await table.PutAsync(Ada, Draft("a", AttributeMap.Of(("keep", "k"), ("go", 1), ("count", 5))) with { Index1 = new ItemKey("i", "1") }, WriteCondition.None, None));
        var change = new ItemChange
        {
            Set = AttributeMap.Of(("keep", "K"), ("size", "reserved word")),
            Remove = ["go", "was-never-there"],
            Add = new Dictionary<string, decimal> { ["count"] = 2.5m, ["fresh"] = -1 },
            Index2 = IndexChange.Set(new ItemKey("j", "2")),
        };
        var updated = StoredIn(await table.UpdateAsync(Ada, first.Key, change, WriteCondition.VersionIs(first.Version), None));
        Assert.Equal(AttributeMap.Of(("keep", "K"), ("size", "reserved word"), ("count", 7.5m), ("fresh", -1)), updated.Attributes);
        Assert.Equal((first.Index1, new ItemKey("j", "2")), (updated.Index1, updated.Index2));
        Assert.Equal(updated, await table.GetAsync(Ada, first.Key, None));
        var cleared = StoredIn(await table.UpdateAsync(Ada, first.Key, new ItemChange { Index1 = IndexChange.Set(null), Index2 = IndexChange.Set(null) }, WriteCondition.None, None));
        Assert.Equal((null, null), (cleared.Index1, cleared.Index2));
    }

    [Fact]
    public async Task Update_NeverMakes()
    {
        var table = await CreateAsync();
        var change = new ItemChange { Set = AttributeMap.Of(("x", 1)) };
        foreach (var condition in new[] { WriteCondition.None, WriteCondition.Present, WriteCondition.Absent, WriteCondition.VersionIs(1) })
            Assert.Equal(new Conflict(null), await table.UpdateAsync(Ada, new ItemKey("p", "a"), change, condition, None));
        Assert.Null(await table.GetAsync(Ada, new ItemKey("p", "a"), None));
    }

    [Fact]
    public async Task Update_ThatNamesAnAttributeTwice_IsRefused()
    {
        var table = await CreateAsync();
        var change = new ItemChange { Set = AttributeMap.Of(("x", 1)), Remove = ["x"] };
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.UpdateAsync(Ada, new ItemKey("p", "a"), change, WriteCondition.None, None));
    }

    [Fact]
    public async Task Additions_OfManyAtOnce_AllCount()
    {
        var table = await CreateAsync();
        var key = new ItemKey("p", "a");
        await table.PutAsync(Ada, Draft("a", AttributeMap.Empty), WriteCondition.None, None);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => table.UpdateAsync(Ada, key, new ItemChange { Add = new Dictionary<string, decimal> { ["n"] = 1 } }, WriteCondition.None, None)));
        Assert.Equal(20, (await table.GetAsync(Ada, key, None))?.Attributes.Number("n"));
    }

    [Fact]
    public async Task WhatIsTooLarge_IsRefused()
    {
        var table = await CreateAsync();
        var draft = Draft("a", AttributeMap.Of(("text", new string('x', ItemSize.Maximum))));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.PutAsync(Ada, draft, WriteCondition.None, None));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.PutManyAsync(Ada, [draft], None));
        Assert.IsType<Stored>(await table.PutAsync(Ada, Draft("a", AttributeMap.Of(("text", new string('x', ItemSize.Maximum - 2000)))), WriteCondition.None, None));
    }
}
