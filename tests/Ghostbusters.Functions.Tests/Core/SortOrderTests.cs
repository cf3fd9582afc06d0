using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Tests.Core;

public class SortOrderTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements("a", "b", "\u007F", "é", "\uD7FF", "\uE000", "～", "\uFFFF", "\U00010000", "\U0001F47B", "\U0010FFFF").ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void TheOrder_IsThatOfTheBytes() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, Texts, static (left, right) =>
        Math.Sign(SortOrder.Compare(left, right)) == Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)))));

    [Fact]
    public void AfterAllWith_IsGreaterThanEachWithThePrefix_AndNoGreaterThanTheNext() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, Texts, static (prefix, text) =>
        prefix.Length == 0 || SortOrder.AfterAllWith(prefix) is not { } end
        || (text.StartsWith(prefix, StringComparison.Ordinal) ? SortOrder.Compare(text, end) < 0 : SortOrder.Compare(text, prefix) < 0 || SortOrder.Compare(text, end) >= 0)));

    [Fact]
    public void Bounds_TheWrongWayRound_AreRefused() => Assert.Throws<ArgumentException>(static () => SortRange.Between("b", "a"));

    /// <summary>No theory: a test runner cannot hand half a surrogate pair on as it is.</summary>
    [Fact]
    public void WhatIsNoKey_IsRefused() => Assert.All(new[] { "", "a\0", "\uD83D", "\uDC7B\uD83D", "a\uD83D" }, static part =>
    {
        Assert.ThrowsAny<ArgumentException>(() => new ItemKey(part, "s"));
        Assert.ThrowsAny<ArgumentException>(() => new ItemKey("p", part));
    });

    [Fact]
    public void AKeyThatIsTooLong_IsRefused() => Assert.Throws<ArgumentException>(static () => new ItemKey("p", new string('é', 451)));
}
