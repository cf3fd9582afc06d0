using FluentAssertions;
using Moq;
using Shouldly;
using Xunit;
using MsAssert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;
using MsTest = Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute;
using NAssert = NUnit.Framework.Assert;
using NIs = NUnit.Framework.Is;

namespace Corpus.GB1009.Promised;

public sealed record Member(int Id, string Name, int Age = 0);

public interface IMembers
{
    IReadOnlyList<Member> Load();
}

public sealed class Register(IMembers? source = null)
{
    private readonly List<Member> _members = [];

    public int Count => _members.Count;

    public Member Add(Member member)
    {
        if (member.Name.Length == 0)
            throw new ArgumentException("A member has a name.", nameof(member));
        _members.Add(member);
        return member;
    }

    public Member? Find(int id) => _members.Find(m => m.Id == id);

    public Task<Member?> FindAsync(int id) => Task.FromResult(Find(id));

    public IReadOnlyList<Member> ByName() => [.. _members.OrderBy(static m => m.Name, StringComparer.Ordinal)];

    public IReadOnlyList<Member> Elders(int age) => [.. _members.Where(m => m.Age >= age)];

    public int Refresh()
    {
        foreach (var member in source?.Load() ?? [])
            _members.Add(member);
        return _members.Count;
    }

    public bool Remove(int id) => _members.RemoveAll(m => m.Id == id) > 0;
}

public class RefusalPromisedTests
{
    private readonly Register _register = new();

    // The happy way was copied, and only the name was changed.
    [Fact]
    public void Add_ThrowsWhenNameIsEmpty() //@true GB1009
    {
        var added = _register.Add(new Member(1, "Ada"));
        Assert.Equal("Ada", added.Name);
    }

    // Whoever wrote it saw that it does not throw, and asserted what it does instead.
    [Fact]
    public void Remove_UnknownId_ThrowsKeyNotFoundException() //@true GB1009
    {
        var removed = _register.Remove(404);
        Assert.False(removed);
    }

    [Fact]
    public void Should_Throw_When_Id_Is_Negative() //@true GB1009
    {
        _register.Find(-1).Should().BeNull();
    }

    [Fact]
    public void RefreshThrowsWithoutSource() //@true GB1009
    {
        _register.Refresh().ShouldBe(0);
    }

    [Fact]
    public async Task FindAsync_ShouldThrowArgumentOutOfRangeException() //@true GB1009
    {
        var found = await _register.FindAsync(0);
        Assert.Null(found);
    }

    // The helper asserts, but not that.
    [Fact]
    public void Add_Throws_IfMemberIsThereAlready() //@true GB1009
    {
        AddTwice(new Member(1, "Ada"));
    }

    private void AddTwice(Member member)
    {
        _register.Add(member);
        _register.Add(member);
        Assert.Equal(2, _register.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void Find_InvalidId_Throws(int id) //@true GB1009
    {
        Assert.Null(_register.Find(id));
    }

    [NUnit.Framework.Test]
    public void WhenTheRegisterIsEmptyRemoveShouldThrow() //@true GB1009
    {
        NAssert.That(_register.Remove(1), NIs.False);
    }

    [MsTest]
    public void Elders_ThrowsForNegativeAge() //@true GB1009
    {
        MsAssert.AreEqual(0, _register.Elders(-1).Count);
    }

    // One delegate is called, nobody looks for what it throws.
    [Fact]
    public void Add_ThrowsImmediately() //@true GB1009
    {
        Func<Member> act = () => _register.Add(new Member(2, "Bob"));
        var added = act();
        Assert.Equal(2, added.Id);
    }
}

public class ValuePromisedTests
{
    private readonly Register _register = new();

    [Fact]
    public void Find_ReturnsNull_WhenUnknown() //@true GB1009
    {
        _register.Add(new Member(1, "Ada"));
        Assert.NotNull(_register.Find(1));
    }

    [Fact]
    public async Task FindAsync_UnknownId_ReturnsNull() //@true GB1009
    {
        _register.Add(new Member(1, "Ada"));
        var found = await _register.FindAsync(1);
        Assert.Equal("Ada", found!.Name);
    }

    [Fact]
    public void Find_ShouldReturnNull_AfterRemove() //@true GB1009
    {
        _register.Add(new Member(1, "Ada"));
        Assert.True(_register.Remove(1));
    }

    [Fact]
    public void ByName_IsSortedAlphabetically() //@true GB1009
    {
        _register.Add(new Member(1, "Zoe"));
        _register.Add(new Member(2, "Ada"));
        Assert.Equal(2, _register.ByName().Count);
    }

    // Equivalence leaves the order open.
    [Fact]
    public void ByName_ReturnsMembersSortedByName() //@true GB1009
    {
        var (zoe, ada) = (new Member(1, "Zoe"), new Member(2, "Ada"));
        _register.Add(zoe);
        _register.Add(ada);
        _register.ByName().Should().BeEquivalentTo([ada, zoe]);
    }

    [Fact]
    public void ByName_ReturnsMembersInAscendingOrder() //@true GB1009
    {
        _register.Add(new Member(1, "Zoe"));
        _register.Add(new Member(2, "Ada"));
        var all = _register.ByName();
        Assert.NotEmpty(all);
        Assert.Contains(all, static m => m.Name == "Ada");
        Assert.Contains(all, static m => m.Name == "Zoe");
    }

    [Fact]
    public void Members_AreSorted() //@true GB1009
    {
        _register.Add(new Member(2, "Ada"));
        Assert.True(_register.ByName().Any());
    }

    [Fact]
    public void Elders_ReturnsEmptyList_WhenAllAreYoung() //@true GB1009
    {
        _register.Add(new Member(1, "Ada", 12));
        var elders = _register.Elders(60);
        Assert.NotNull(elders);
    }

    [Fact]
    public void Elders_ReturnsEmpty() //@true GB1009
    {
        _register.Add(new Member(1, "Ada", 70));
        _register.Elders(60).Should().NotBeEmpty();
    }

    [Fact]
    public void Elders_ReturnsTwoMembers() //@true GB1009
    {
        _register.Add(new Member(1, "Ada", 70));
        _register.Add(new Member(2, "Bob", 71));
        _register.Elders(60).ShouldNotBeEmpty();
    }

    [Fact]
    public void Elders_ShouldReturnEmptyCollection_ForNoMembers() //@true GB1009
    {
        Assert.IsAssignableFrom<IReadOnlyList<Member>>(_register.Elders(60));
    }
}
