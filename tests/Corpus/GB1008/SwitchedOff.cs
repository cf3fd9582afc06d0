using NUnit.Framework;
using Xunit;
using VS = Microsoft.VisualStudio.TestTools.UnitTesting;
using NAssert = NUnit.Framework.Assert;
using Assert = Xunit.Assert;

namespace Corpus.SwitchedOff;

public sealed class Queue
{
    private readonly List<int> _items = [];

    public int Count => _items.Count;

    public void Push(int item) => _items.Add(item);

    public int Pop()
    {
        var last = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        return last;
    }
}

public class QueueXunit
{
    [Fact(Skip = "flaky")] //@true GB1008
    public void Push_Counts()
    {
        var queue = new Queue();
        queue.Push(1);
        Assert.Equal(1, queue.Count);
    }

    [Fact(Skip = "TODO: fix this test")] //@true GB1008
    public void Pop_ReturnsLast()
    {
        var queue = new Queue();
        queue.Push(2);
        Assert.Equal(2, queue.Pop());
    }

    [Xunit.Theory(Skip = "Temporarily disabled")] //@true GB1008
    [InlineData(1)]
    [InlineData(2)]
    public void Push_Any(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        Assert.Equal(item, queue.Pop());
    }

    [Xunit.Theory]
    [InlineData(1)]
    [InlineData(-1, Skip = "broken")] //@true GB1008
    public void Push_Signed(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        Assert.Equal(1, queue.Count);
    }

    private const string NotNow = "Does not work yet";

    [Fact(Skip = NotNow)] //@true GB1008
    public void Pop_Empty_Throws() => Assert.ThrowsAny<Exception>(() => new Queue().Pop());

    [Fact(DisplayName = "pops in order", Skip = "???")] //@true GB1008
    public void Pop_InOrder()
    {
        var queue = new Queue();
        queue.Push(1);
        queue.Push(2);
        Assert.Equal(2, queue.Pop());
    }

    // Pushing must count.
    [Fact(Skip = "Fails on CI, needs investigation")] //@true GB1008
    public void Push_Twice()
    {
        var queue = new Queue();
        queue.Push(1);
        queue.Push(1);
        Assert.Equal(2, queue.Count);
    }

    [Xunit.FactAttribute(Skip = "wip")] //@true GB1008
    public void Pop_Removes()
    {
        var queue = new Queue();
        queue.Push(1);
        queue.Pop();
        Assert.Equal(0, queue.Count);
    }
}

[TestFixture]
public class QueueNUnit
{
    [Test, Ignore("")] //@true GB1008
    public void Push_Counts()
    {
        var queue = new Queue();
        queue.Push(1);
        NAssert.That(queue.Count, Is.EqualTo(1));
    }

    [Test]
    [Ignore("Unreliable, fix later")] //@true GB1008
    public void Pop_ReturnsLast()
    {
        var queue = new Queue();
        queue.Push(2);
        NAssert.That(queue.Pop(), Is.EqualTo(2));
    }

    [Test]
    [Explicit] //@true GB1008
    public void Pop_Empty_Throws() => NAssert.Throws<ArgumentOutOfRangeException>(() => new Queue().Pop());

    [TestCase(1)]
    [TestCase(2, Ignore = "failing")] //@true GB1008
    public void Push_Any(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        NAssert.That(queue.Pop(), Is.EqualTo(item));
    }

    [TestCase(3, Explicit = true)] //@true GB1008
    [TestCase(4)]
    public void Push_More(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        NAssert.That(queue.Count, Is.EqualTo(1));
    }

    [TestCase(5, IgnoreReason = "not working at the moment, will be fixed")]
    [TestCase(6, Ignore = "idc")] //@true GB1008
    public void Push_Most(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        NAssert.That(queue.Count, Is.EqualTo(1));
    }

    [Test]
    public void Pop_Later()
    {
        NAssert.Ignore(); //@true GB1008
        var queue = new Queue();
        queue.Push(2);
        NAssert.That(queue.Pop(), Is.EqualTo(2));
    }

    [Test]
    public void Count_Later()
    {
        NAssert.Inconclusive("Not implemented yet"); //@true GB1008
        NAssert.That(new Queue().Count, Is.Zero);
    }
}

[TestFixture, Ignore("Refactoring in progress")] //@true GB1008
public class WholeFixture
{
    [Test]
    public void Push_Counts()
    {
        var queue = new Queue();
        queue.Push(1);
        NAssert.That(queue.Count, Is.EqualTo(1));
    }
}

[TestFixture(Ignore = "broken for now")] //@true GB1008
public class FixtureByArgument
{
    [Test]
    public void Count_IsZero() => NAssert.That(new Queue().Count, Is.Zero);
}

[VS.TestClass]
public class QueueMs
{
    [VS.TestMethod]
    [VS.Ignore] //@true GB1008
    public void Push_Counts()
    {
        var queue = new Queue();
        queue.Push(1);
        VS.Assert.AreEqual(1, queue.Count);
    }

    [VS.Ignore("random failures on the build server"), VS.TestMethod] //@true GB1008
    public void Pop_ReturnsLast()
    {
        var queue = new Queue();
        queue.Push(2);
        VS.Assert.AreEqual(2, queue.Pop());
    }

    [VS.DataTestMethod]
    [VS.DataRow(1)]
    [VS.Ignore()] // TODO //@true GB1008
    public void Push_Any(int item)
    {
        var queue = new Queue();
        queue.Push(item);
        VS.Assert.AreEqual(item, queue.Pop());
    }
}

[VS.TestClass]
[VS.Ignore] //@true GB1008
public class WholeMsClass
{
    [VS.TestMethod]
    public void Count_IsZero() => VS.Assert.AreEqual(0, new Queue().Count);
}
