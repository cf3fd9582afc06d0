using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class NameClaimsMoreTests
{
    private static Task Verify(string name, string body, string members = "") => RuleTest.VerifyAsync<NameClaimsMore>($$"""
        using FluentAssertions;
        using Shouldly;
        using Xunit;
        using NAssert = NUnit.Framework.Assert;
        using NIs = NUnit.Framework.Is;
        public class Shelf
        {
            public string? Find(string? id) => id is null ? null : id.Length == 0 ? throw new ArgumentException(id) : id;
            public List<int> All() => [2, 1];
            public bool Open(string name) => name.Length > 1;
        }
        public class ShelfTests
        {
            private readonly Shelf _shelf = new();
            {{members}}
            [Fact] public void {{name}}() { {{body}} }
        }
        """);

    [Theory]
    [InlineData("[|Find_ThrowsWhenEmpty|]", "Assert.NotNull(_shelf.Find(\"a\"));")]
    [InlineData("[|Find_ThrowsWhenEmpty|]", "Assert.NotNull(_shelf.Find(\"invalid error\"));")]
    [InlineData("[|Find_ThrowsWhenEmpty|]", "Assert.NotNull(_shelf.Find(Header + \"failed\"));", "private const string Header = \"error: \";")]
    [InlineData("[|Find_ThrowsWhenEmpty|]", "var shelf = Make(); Assert.NotNull(shelf.Find(\"a\"));", "protected virtual Shelf Make() => new();")]
    [InlineData("[|Find_ThrowsWhenEmpty|]", "Task.Run(() => _shelf.Find(\"a\")).Wait(1000); Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("[|Should_Throw_When_Empty|]", "Assert.Equal(\"a\", _shelf.Find(\"a\"));")]
    [InlineData("[|Find_EmptyId_ThrowsArgumentException|]", "var found = _shelf.Find(\"a\"); found.Should().Be(\"a\");")]
    [InlineData("[|FindThrowsForEmptyId|]", "AssertFound(\"a\");", "private void AssertFound(string id) => Assert.NotNull(_shelf.Find(id));")]
    [InlineData("[|Open_NoIdThrowsException|]", "Assert.False(_shelf.Open(\"\"));")]
    [InlineData("[|WhenIdIsEmptyShouldThrow|]", "_shelf.Open(\"\").ShouldBeFalse();")]
    [InlineData("[|Find_ShouldThrow_IfEmpty|]", "NAssert.That(_shelf.Open(\"a\"), NIs.False);")]
    public Task PromisedThrow_Triggers(string name, string body, string members = "") => Verify(name, body, members);

    [Theory]
    [InlineData("[|Find_ReturnsNull_WhenUnknown|]", "Assert.NotNull(_shelf.Find(\"x\"));")]
    [InlineData("[|Find_ShouldReturnNull|]", "Assert.Equal(\"x\", _shelf.Find(\"x\"));")]
    [InlineData("[|All_IsSortedByNumber|]", "Assert.Equal(2, _shelf.All().Count); Assert.Contains(1, _shelf.All());")]
    [InlineData("[|All_ReturnsItemsInAscendingOrder|]", "_shelf.All().Should().BeEquivalentTo(new[] { 1, 2 });")]
    [InlineData("[|All_ReturnsEmptyList|]", "Assert.NotNull(_shelf.All());")]
    [InlineData("[|All_ReturnsTwoNumbers|]", "Assert.NotEmpty(_shelf.All());")]
    public Task PromisedValue_Triggers(string name, string body) => Verify(name, body);

    [Theory]
    [InlineData("Find_ThrowsWhenEmpty", "Assert.Throws<ArgumentException>(() => _shelf.Find(\"\"));")]
    [InlineData("Find_ThrowsWhenEmpty", "Fails(() => _shelf.Find(\"\"));", "private static void Fails(Action act) => Assert.NotNull(Record.Exception(act));")]
    [InlineData("Find_ThrowsWhenEmpty", "var thrown = false; try { _shelf.Find(\"\"); } catch { thrown = true; } Assert.True(thrown);")]
    [InlineData("Find_ThrowsWhenEmpty", "Action act = () => _shelf.Find(\"\"); act.Should().Throw<ArgumentException>();")]
    [InlineData("Find_DoesNotThrowWhenEmpty", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Find_ThrowsWhenEmpty", "Assert.Equal(\"error\", _shelf.Find(\"a\"));")]
    [InlineData("Find_ThrowsWhenEmpty", "var shelf = Make(); Assert.NotNull(shelf.Find(\"a\"));", "protected virtual Shelf Make() { Assert.Throws<ArgumentException>(() => _shelf.Find(\"\")); return new(); }")]
    [InlineData("Find_NeverThrows", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Find_NoThrow", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("WhenInnerThrows_ReturnsFallback", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("ThrowIfEmpty_LetsNamesPass", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("ThrowHelper", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("ReturnsFallbackIfInnerThrows", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Find_ThrowsOrReturns", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Find_ThrowsWhenEmpty", "_ = _shelf.Find(\"\");")]
    public Task ThrowThatIsCheckedOrNotPromised_DoesNotTrigger(string name, string body, string members = "") => Verify(name, body, members);

    [Theory]
    [InlineData("Find_ReturnsNull", "Assert.Null(_shelf.Find(null));")]
    [InlineData("Find_ReturnsNull", "Assert.Equal(null, _shelf.Find(null));")]
    [InlineData("Find_ReturnsNull", "Assert.True(_shelf.Find(null) is null);")]
    [InlineData("Find_ReturnsNull", "_shelf.Find(null).Should().BeNull();")]
    [InlineData("Find_ReturnsNull", "string? expected = null; Assert.Equal(expected, _shelf.Find(null));")]
    [InlineData("Find_NullInput_IsNotFound", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Open_WithNull", "Assert.True(_shelf.Open(\"ab\"));")]
    [InlineData("Find_ReturnsNullObject", "Assert.NotNull(_shelf.Find(\"a\"));")]
    [InlineData("StoreReturnsNull_OpensEmptyShelf", "Assert.NotNull(_shelf.Find(\"a\"));")]
    [InlineData("All_IsSorted", "Assert.Equal([2, 1], _shelf.All());")]
    [InlineData("All_IsSorted", "_shelf.All().Should().BeInDescendingOrder();")]
    [InlineData("All_IsSorted", "Assert.True(_shelf.All().SequenceEqual([2, 1]));")]
    [InlineData("All_IsSorted", "Assert.Equal(2, _shelf.All().Count); Assert.Equal(2, _shelf.All()[0]);")]
    [InlineData("All_IsSorted", "_shelf.All().Should().BeEquivalentTo([2, 1], o => o.WithStrictOrdering());")]
    [InlineData("OrderByDescending_IsUnderstood", "Assert.Equal(2, _shelf.All().Count);")]
    [InlineData("All_ReturnsEmptyList", "Assert.Empty(_shelf.All());")]
    [InlineData("All_ReturnsTwoNumbers", "Assert.NotEmpty(_shelf.All()); Assert.Equal(2, _shelf.All().Count);")]
    public Task ValueThatIsCheckedOrNotPromised_DoesNotTrigger(string name, string body) => Verify(name, body);

    [Fact]
    public async Task Message_SaysWhatIsAssertedInstead()
    {
        var found = await RuleTest.VerifyAsync<NameClaimsMore>("""
            using Xunit;
            public class NumberTests
            {
                [Fact]
                public void [|Parse_ThrowsOnText|]() => Assert.Equal(1, int.Parse("1", System.Globalization.CultureInfo.InvariantCulture));
            }
            """);
        Assert.Contains(
            "promises a throw, but nothing in it, helpers included, expects one: it asserts only 'Assert.Equal(1, int.Parse(\"1\"",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task UnresolvedAssertion_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<NameClaimsMore>("""
        using Xunit;
        public class T { [Fact] public void Parse_ThrowsOnText() { Assert.Equal(1, 1 + 1); Nope.That(() => int.Parse("x")); } }
        """);
}
