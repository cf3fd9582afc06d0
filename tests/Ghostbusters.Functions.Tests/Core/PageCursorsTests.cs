using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Paging;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Tests.Core;

public class PageCursorsTests
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TableQuery Query = new("scans") { Sort = SortRange.StartingWith("2026"), Limit = 20 };
    private static readonly PagePosition Position = new(new ItemKey("scans", "2026-03#\U0001F47B"), "2026-03");
    private static readonly PageCursors Cursors = new(new SecretVersions(Secret.OfText("current"), Secret.OfText("previous")));

    [Fact]
    public void WhatIsWritten_IsRead()
    {
        Assert.True(Cursors.TryRead(Ada, Query, Cursors.Write(Ada, Query, Position), out var read));
        Assert.Equal(Position, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void None_IsTheStart(string? text)
    {
        Assert.True(Cursors.TryRead(Ada, Query, text, out var read));
        Assert.Null(read);
    }

    [Fact]
    public void ChangedAnywhere_IsRefused()
    {
        var text = Cursors.Write(Ada, Query, Position);
        Assert.True(Cursors.TryRead(Ada, Query, text, out _));
        const string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (var i = 0; i < text.Length; i++)
        {
            var other = digits[(digits.IndexOf(text[i]) + 32) % 64];
            Assert.False(Cursors.TryRead(Ada, Query, text[..i] + other + text[(i + 1)..], out var read), $"Character {i}");
            Assert.Null(read);
        }
        for (var length = 1; length < text.Length; length++) Assert.False(Cursors.TryRead(Ada, Query, text[..length], out _), $"Length {length}");
    }

    [Fact]
    public void AnyOtherText_IsRefused() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), static text => !Cursors.TryRead(Ada, Query, text.Get, out _)));

    [Fact]
    public void OfAnotherQuery_IsRefused()
    {
        var text = Cursors.Write(Ada, Query, Position, "status=done");
        Assert.True(Cursors.TryRead(Ada, Query with { Limit = 5 }, text, out _, "status=done"));
        Assert.False(Cursors.TryRead(Ada, Query, text, out _, "status=failed"));
        Assert.False(Cursors.TryRead(Ada, Query, text, out _));
        Assert.False(Cursors.TryRead(Ada, Query with { Descending = true }, text, out _, "status=done"));
        Assert.False(Cursors.TryRead(Ada, Query with { Index = TableIndex.Index1 }, text, out _, "status=done"));
        Assert.False(Cursors.TryRead(Ada, Query with { Sort = SortRange.From("2026") }, text, out _, "status=done"));
        Assert.False(Cursors.TryRead(Ada, new TableQuery("sites") { Sort = Query.Sort }, text, out _, "status=done"));
        Assert.False(Cursors.TryRead(TenantId.Parse("bob"), Query, text, out _, "status=done"));
    }

    [Fact]
    public void OfThePreviousSecret_IsRead_OfAnother_IsRefused()
    {
        Assert.True(Cursors.TryRead(Ada, Query, new PageCursors(new SecretVersions(Secret.OfText("previous"), null)).Write(Ada, Query, Position), out _));
        Assert.False(Cursors.TryRead(Ada, Query, new PageCursors(new SecretVersions(Secret.OfText("another"), null)).Write(Ada, Query, Position), out _));
    }

    [Fact]
    public void ACursor_ShowsNothing() =>
        Assert.DoesNotContain("scans", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(Cursors.Write(Ada, Query, Position))), StringComparison.Ordinal);

    [Fact]
    public void TheRefusal_IsA400() => Assert.Equal(400, Problem.InvalidCursor.Status);
}
