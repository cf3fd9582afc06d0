using System.Text;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Testing.Memory;

namespace Ghostbusters.Functions.Tests.Core;

public class ApiKeysTests
{
    private static readonly TenantId Ada = TenantId.Parse("ada");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryTable _table;
    private readonly ApiKeys _keys;

    public ApiKeysTests()
    {
        _table = new InMemoryTable(_clock);
        _keys = new ApiKeys(_table, new UlidGenerator(_clock), _clock);
    }

    [Fact]
    public async Task AKey_NamesItsCaller()
    {
        var issued = await IssueAsync();
        Assert.Matches("^gb_[A-Za-z0-9_-]{43}$", issued.Text);
        var caller = await _keys.VerifyAsync(issued.Text, default);
        Assert.Equal((Ada, "key:" + issued.Key.Id, Role.Member), (caller!.Tenant, caller.Subject, caller.Role));
        Assert.True(caller.May("scan:write"));
        Assert.False(caller.May("admin"));
    }

    [Fact]
    public async Task TheKeyItself_IsKeptNowhere()
    {
        var issued = await IssueAsync();
        var stored = string.Join('\n', _table.All.Select(static p => $"{p.Item.Key} {p.Item.Index1} {string.Join(' ', p.Item.Attributes.Select(static a => $"{a.Key}={a.Value}"))}"));
        Assert.DoesNotContain(issued.Text[3..], stored, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(issued.Text))), stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExpiredKey_IsRefused()
    {
        var issued = await IssueAsync();
        _clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _keys.VerifyAsync(issued.Text, default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _keys.VerifyAsync(issued.Text, default));
        Assert.Empty(await _keys.ListAsync(Ada, default));
    }

    [Fact]
    public async Task ARevokedKey_IsRefused_AndTheOthersAreNot()
    {
        var (first, second) = (await IssueAsync(), await IssueAsync());
        Assert.True(await _keys.RevokeAsync(Ada, first.Key.Id, default));
        Assert.False(await _keys.RevokeAsync(Ada, first.Key.Id, default));
        Assert.Null(await _keys.VerifyAsync(first.Text, default));
        Assert.NotNull(await _keys.VerifyAsync(second.Text, default));
        Assert.Equal([second.Key.Id], (await _keys.ListAsync(Ada, default)).Select(static k => k.Id));
    }

    [Fact]
    public async Task EveryCharacter_Matters()
    {
        var text = (await IssueAsync()).Text;
        Assert.NotNull(await _keys.VerifyAsync(text, default));
        for (var i = 0; i < text.Length; i++)
            Assert.Null(await _keys.VerifyAsync(text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..], default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gb_")]
    [InlineData("gb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("gb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA#")]
    public async Task WhatIsNoKeyOfOurs_IsRefused(string? text) => Assert.Null(await _keys.VerifyAsync(text, default));

    [Fact]
    public async Task TheLastUse_IsNoted_OnceAnHour()
    {
        var issued = await IssueAsync();
        Assert.Null(issued.Key.LastUsedAt);
        await _keys.VerifyAsync(issued.Text, default);
        var first = Assert.Single(_table.All).Item;
        _clock.Advance(TimeSpan.FromMinutes(59));
        await _keys.VerifyAsync(issued.Text, default);
        Assert.Equal(first, Assert.Single(_table.All).Item);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _keys.VerifyAsync(issued.Text, default);
        Assert.Equal(_clock.GetUtcNow(), Assert.Single(await _keys.ListAsync(Ada, default)).LastUsedAt);
    }

    [Fact]
    public async Task ManyKeys_AreListed_OldestFirst()
    {
        var ids = new List<string>();
        for (var i = 0; i < 230; i++) ids.Add((await IssueAsync()).Key.Id);
        Assert.Equal(ids, (await _keys.ListAsync(Ada, default)).Select(static k => k.Id));
    }

    [Fact]
    public async Task AKeyThatWouldNotLive_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _keys.IssueAsync(Ada, "x", [], Role.Viewer, TimeSpan.Zero, default));

    private Task<IssuedApiKey> IssueAsync() => _keys.IssueAsync(Ada, "ci", ["scan:write", "scan:read"], Role.Member, TimeSpan.FromDays(1), default);
}
