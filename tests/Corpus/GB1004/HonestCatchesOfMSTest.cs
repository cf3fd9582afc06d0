using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Corpus.GB1004.NearMSTest;

public sealed class Door
{
    public bool IsOpen { get; private set; }

    public void Open() => IsOpen = IsOpen ? throw new InvalidOperationException("open already") : true;
}

[TestClass]
public class HonestCatchesOfMSTest
{
    private readonly Door _door = new();

    [TestMethod]
    public void Open_Twice_SaysInconclusive()
    {
        try
        {
            _door.Open();
            Assert.IsTrue(_door.IsOpen); //@near GB1004
        }
        catch (Exception e)
        {
            Assert.Inconclusive(e.Message);
        }
    }

    [TestMethod]
    public void Open_Twice_IsRefused()
    {
        _door.Open();
        try
        {
            _door.Open();
            Assert.Fail(); //@near GB1004
        }
        catch (InvalidOperationException e)
        {
            Assert.AreEqual("open already", e.Message);
        }
    }

    [TestMethod]
    [ExpectedException(typeof(InvalidOperationException))]
    public void Open_Twice_StatedOutcome()
    {
        try
        {
            _door.Open();
            Assert.IsTrue(_door.IsOpen); //@near GB1004
        }
        catch (AssertFailedException e)
        {
            Console.WriteLine(e.Message);
        }

        _door.Open();
    }
}
