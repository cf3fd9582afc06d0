using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Tests.Reports;

namespace Ghostbusters.Engine.Tests;

public class SummaryTests
{
    [Fact]
    public void EveryFinding_IsCountedOnce() =>
        Assert.Equal(new Summary(1, 2, 1, 1, 1, 3, 2, AnalysisStatus.Partial), Summary.Of(Samples.Partial));

    [Fact]
    public void SuppressedAndUnchanged_CountsAsSuppressed()
    {
        var both = Samples.Find("GB3003", Severity.Error, "a.cs", new(1, 1, 1, 2), "m", 1, []) with { Suppression = new(null), BaselineState = BaselineState.Unchanged };
        Assert.Equal(new Summary(0, 0, 0, 1, 0, 0, 0, AnalysisStatus.Complete), Summary.Of(Samples.Result([both], [])));
    }

    [Fact]
    public void OnlyAWholeResultWithoutOpenFindings_IsClean()
    {
        Assert.True(Summary.Of(Samples.Empty).IsClean);
        Assert.False(Summary.Of(Samples.Many).IsClean);
        Assert.False(Summary.Of(Samples.PartialWithoutFindings).IsClean);
        Assert.False(Summary.Of(Samples.Nothing).IsClean);
    }
}
