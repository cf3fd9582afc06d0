using Xunit;

namespace Corpus.GB1003.CutOff;

public record Parcel(int Id, string? Name);

public class Depot
{
    public List<Parcel> All() => [new(1, "a")];

    public Parcel? Find(int id) => id > 0 ? new Parcel(id, null) : null;

    public void Store(Parcel parcel) => Console.Write(parcel.Id);
}

public class CutOffTests
{
    private readonly Depot _depot = new();

    // The helper may fail as well, but what the test is about is cut off.
    [Fact]
    public void AssertionsBehindAReturn_AfterAHelperThatThrows()
    {
        Prepare(1);
        return;
#pragma warning disable CS0162
        Assert.NotNull(_depot.Find(1)); //@true GB1003
        Assert.Single(_depot.All());
#pragma warning restore CS0162
    }

    // The second assertion looks at something else, and is skipped all the same.
    [Fact]
    public void AnEarlyReturn_SkipsWhatIsAskedOfOthers()
    {
        var all = _depot.All();
        if (all.Count == 0)
            return;
        Assert.Equal(1, all[0].Id); //@true GB1003
        Assert.Null(_depot.Find(-1));
    }

    [Fact]
    public void AnIf_SkipsWhatIsAskedOfOthers()
    {
        var parcel = _depot.Find(1);
        if (parcel != null)
        {
            Assert.Equal(1, parcel.Id); //@true GB1003
            Assert.NotEmpty(_depot.All());
        }
    }

    // What was asserted before holds the test up.
    [Fact]
    public void AnAssertionBeforeTheReturn()
    {
        Assert.NotEmpty(_depot.All());
        return;
#pragma warning disable CS0162
        Assert.NotNull(_depot.Find(1)); //@near GB1003
#pragma warning restore CS0162
    }

    [Fact]
    public void AnAssertionBeforeTheIf()
    {
        var parcel = _depot.Find(1);
        Assert.NotEmpty(_depot.All());
        if (parcel != null)
            Assert.Equal(1, parcel.Id); //@near GB1003
    }

    // What the machine cannot do is no outcome, and what follows is asserted where it can.
    [Fact]
    public void AnEarlyReturn_ForTheMachine()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.NotNull(_depot.Find(1)); //@near GB1003
        Assert.NotEmpty(_depot.All());
    }

    private void Prepare(int id)
    {
        if (id < 0)
            throw new InvalidOperationException("No such parcel.");
        _depot.Store(new Parcel(id, null));
    }
}
