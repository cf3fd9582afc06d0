using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>Whatever events come, twice and in any order, an analysis never goes back and never leaves its end.</summary>
public class P10
{
    private static readonly Gen<(Phase Phase, int Percent)> Event =
        Gen.Elements(Enum.GetValues<Phase>()).SelectMany(static phase => Gen.Choose(-10, 200).Select(percent => (phase, percent)));

    [Fact]
    public void AnyCourse_GoesForward() => Check.QuickThrowOnFailure(Prop.ForAll(Event.ListOf().ToArbitrary(), static events =>
    {
        var record = Records.Fresh();
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
}
