using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Diff;

namespace Ghostbusters.Engine.Tests.Diff;

public class ChangedLinesTests
{
    [Fact]
    public void Ranges_TouchExactlyTheirLines() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Two(Gen.Choose(1, 20)).ArrayOf().ToArbitrary(), Gen.Two(Gen.Choose(1, 20)).ToArbitrary(),
        static (ranges, ends) =>
        {
            var (first, last) = (Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2));
            var changed = new ChangedLines(ranges.Select(static r => KeyValuePair.Create("a.cs", new LineRange(r.Item1, r.Item2))));
            var lines = ranges.SelectMany(static r => Enumerable.Range(r.Item1, Math.Max(0, r.Item2 - r.Item1 + 1))).ToHashSet();
            var touches = Enumerable.Range(first, last - first + 1).Any(lines.Contains);
            return changed.Touches("a.cs", first, last) == touches && changed["a.cs"].Sum(static r => r.Last - r.First + 1) == lines.Count;
        }));

    [Fact]
    public void Below_KeepsTheFolderAndDropsTheRest()
    {
        var changed = new ChangedLines([new("src/a.cs", new(1, 2)), new("src2/b.cs", new(1, 2)), new("c.cs", new(1, int.MaxValue))]);
        Assert.Equal(["a.cs"], changed.Below("src/").Paths);
        Assert.Equal(["c.cs", "src/a.cs", "src2/b.cs"], changed.Below("").Paths);
        Assert.True(changed.Touches("c.cs", 1000, 1000));
        Assert.False(changed.Touches("d.cs", 1, 1));
    }
}
