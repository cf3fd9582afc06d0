using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.State;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>P10: whatever events come, twice and in any order, an analysis never goes back and never leaves its end.</summary>
public class StateTests
{
    private static readonly Gen<(Phase Phase, int Percent)> Event =
        Gen.Elements(Enum.GetValues<Phase>()).SelectMany(static phase => Gen.Choose(-10, 200).Select(percent => (phase, percent)));

    [Fact]
    public void AnyCourse_GoesForward() => Check.QuickThrowOnFailure(Prop.ForAll(Event.ListOf().ToArbitrary(), static events =>
    {
        var record = Fresh();
        foreach (var (phase, percent) in events)
        {
            var next = record.To(phase, percent, DateTimeOffset.UnixEpoch);
            if (next is null) continue;
            if (record.Phase.IsEnd() || next.Phase < record.Phase || next.Percent < record.Percent || next.Sequence <= record.Sequence || next.Percent > 100) return false;
            if (!next.Phase.IsEnd() && next.Percent == 100) return false;
            record = next;
        }
        return record.Entries.Select(static e => e.Phase).SequenceEqual(record.Entries.Select(static e => e.Phase).Distinct().Order());
    }));

    [Fact]
    public void AFailedAnalysis_KeepsNoCounts_ThatCouldBeShownAsClean()
    {
        var counted = Fresh() with { Counts = new ResultCounts(1, 0, 0, 0, 0, true) };
        var failed = counted.Fail("analyse-failed", DateTimeOffset.UnixEpoch)!;
        Assert.Equal(("failed", false, (int?)null, "analyse-failed"), (failed.Summary.Status, failed.Summary.Clean, failed.Summary.Open, failed.Summary.Reason));
        Assert.Null(failed.Finish(new ResultCounts(1, 0, 0, 0, 0, true), null, DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData(null, true, "done", true)]
    [InlineData(null, false, "done", false)]
    [InlineData("incomplete", true, "partial", false)]
    [InlineData("nothing-to-analyse", true, "partial", false)]
    public void OnlyAWholeResult_IsClean(string? gap, bool clean, string status, bool shown)
    {
        var ended = Fresh().Finish(new ResultCounts(1, 0, 0, 0, 0, clean), gap, DateTimeOffset.UnixEpoch)!;
        Assert.Equal((status, shown), (ended.Summary.Status, ended.Summary.Clean));
        var verdict = Notifying.Verdict.Of(ended.Summary);
        Assert.Equal(shown, verdict.Conclusion == "success");
        Assert.True(status != "partial" || verdict is { Conclusion: "action_required", State: "failed" });
    }

    private static AnalysisRecord Fresh() => new()
    {
        Id = "01arz3ndektsv4rrffq69g5fav", Project = "shop", Source = new SourceOrder(SourceKind.Files, null, null, null),
        CreatedAt = DateTimeOffset.UnixEpoch, Payload = "", User = "user-1",
    };
}
