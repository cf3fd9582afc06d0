using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Corpus.GB1004.TrueMSTest;

public sealed class Stack
{
    private readonly List<string> _items = [];

    public int Depth => _items.Count;

    public void Push(string item) => _items.Add(item ?? throw new ArgumentNullException(nameof(item)));

    public string Pop()
    {
        if (_items.Count == 0)
            throw new InvalidOperationException("The stack is empty.");
        var last = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        return last;
    }
}

[TestClass]
public class HiddenFailuresOfMSTest
{
    private readonly Stack _stack = new();

    [TestMethod]
    public void Pop_Empty_Throws()
    {
        try
        {
            _stack.Pop();
            Assert.Fail("Nothing was thrown."); //@true GB1004
        }
        catch (Exception e)
        {
            Console.WriteLine(e.Message);
        }
    }

    [TestMethod]
    public void Push_Deepens()
    {
        try
        {
            _stack.Push("a");
            Assert.AreEqual(1, _stack.Depth); //@true GB1004
        }
        catch (AssertFailedException e)
        {
            Console.WriteLine(e.Message);
        }
    }

    [TestMethod]
    public void Push_CaughtByTheBaseOfMSTestFailures()
    {
        try
        {
            _stack.Push("a");
            StringAssert.StartsWith(_stack.Pop(), "a"); //@true GB1004
        }
        catch (UnitTestAssertException e)
        {
            Console.WriteLine(e.Message);
        }
    }

    [TestMethod]
    public void Pop_GivesAll()
    {
        _stack.Push("a");
        _stack.Push("b");
        try
        {
            CollectionAssert.AreEqual(new[] { "b", "a" }, new[] { _stack.Pop(), _stack.Pop() }); //@true GB1004
        }
        catch
        {
            Console.WriteLine("in another order");
        }
    }

    [TestMethod]
    [DataRow("a")]
    [DataRow("b")]
    public void Push_OfRows(string item)
    {
        try
        {
            _stack.Push(item);
            Assert.AreEqual(item, _stack.Pop()); //@true GB1004
        }
        catch (Exception e)
        {
            Console.WriteLine("{0}: {1}", item, e.Message);
        }
    }

    [TestMethod]
    public void Push_Null_Throws()
    {
        try
        {
            Assert.ThrowsException<ArgumentNullException>(() => _stack.Push(null!)); //@true GB1004
        }
        catch (Exception e)
        {
            Assert.IsNotNull(e);
        }
    }
}
