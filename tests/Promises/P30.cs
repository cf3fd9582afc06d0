using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Paging;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Promises;

/// <summary>Another tenant's id is answered as one that never was: by the storage (the routes' part is tested with them).</summary>
public class P30
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TenantId Bob = TenantId.Parse("bob");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task ReadsAndWrites_OfAnothersId_AreThoseOfNone()
    {
        var table = new InMemoryTable(_clock);
        var key = new ItemKey("scan#1", "state");
        await table.PutAsync(Ada, new ItemDraft(key, AttributeMap.Of(("x", 1))), WriteCondition.None, default);
        var none = new ItemKey("scan#2", "state");
        Assert.Equal(await table.GetAsync(Bob, none, default), await table.GetAsync(Bob, key, default));
        var change = new ItemChange { Set = AttributeMap.Of(("x", 2)) };
        Assert.Equal(await table.UpdateAsync(Bob, none, change, WriteCondition.None, default), await table.UpdateAsync(Bob, key, change, WriteCondition.None, default));
        Assert.Equal(1, (await table.GetAsync(Ada, key, default))?.Attributes.Number("x"));
    }

    [Fact]
    public async Task AnothersKey_CannotBeRevoked_AndIsNotListed()
    {
        var keys = new ApiKeys(new InMemoryTable(_clock), new UlidGenerator(_clock), _clock);
        var issued = await keys.IssueAsync(Ada, "ci", ["scan"], Role.Member, TimeSpan.FromDays(1), default);
        Assert.False(await keys.RevokeAsync(Bob, issued.Key.Id, default));
        Assert.False(await keys.RevokeAsync(Bob, new UlidGenerator(_clock).Next(), default));
        Assert.Empty(await keys.ListAsync(Bob, default));
        Assert.NotNull(await keys.VerifyAsync(issued.Text, default));
    }

    [Fact]
    public void AnothersCursor_IsRefused_AsAMadeUpOneIs()
    {
        var cursors = new PageCursors(new SecretVersions(Secret.OfText("cursor secret"), null));
        var query = new TableQuery("scans");
        var text = cursors.Write(Ada, query, new PagePosition(new ItemKey("scans", "1"), "1"));
        Assert.True(cursors.TryRead(Ada, query, text, out _));
        Assert.False(cursors.TryRead(Bob, query, text, out _));
        Assert.False(cursors.TryRead(Bob, query, "made-up", out _));
    }
}
