using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Diff;

namespace Ghostbusters.Engine.Tests.Diff;

public class LineDiffTests
{
    private static readonly Arbitrary<string[]> Texts = Gen.Elements("a", "b", "c", "d", "e").ArrayOf().ToArbitrary();

    [Fact]
    public void TheEdits_MakeTheNewLinesOfTheOld() => Check.QuickThrowOnFailure(
        Prop.ForAll(Texts, Texts, static (a, b) => Apply(a, b, LineDiff.Between(a, b)).SequenceEqual(b)));

    [Fact]
    public void TheScript_IsTheShortest() => Check.QuickThrowOnFailure(
        Prop.ForAll(Texts, Texts, static (a, b) => Cost(LineDiff.Between(a, b)) == a.Length + b.Length - (2 * CommonLength(a, b))));

    [Fact]
    public void OutOfBudget_TheEditsAreStillRight() => Check.QuickThrowOnFailure(Prop.ForAll(
        Texts, Texts, Gen.Choose(0, 60).ToArbitrary(),
        static (a, b, budget) => Apply(a, b, LineDiff.Between(a, b, budget)).SequenceEqual(b)));

    [Fact]
    public void EqualTexts_HaveNoEdits() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, static a => LineDiff.Between(a, a).IsEmpty));

    [Fact]
    public void NeighbouringEdits_AreOne() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, Texts, static (a, b) =>
    {
        var edits = LineDiff.Between(a, b);
        return edits.Zip(edits.Skip(1), static (x, y) => x.OldStart + x.OldCount < y.OldStart && x.NewStart + x.NewCount < y.NewStart).All(static apart => apart);
    }));

    [Fact]
    public void OneChangedLine_IsOneEdit() =>
        Assert.Equal(new LineEdit(1, 1, 1, 2), Assert.Single(LineDiff.Between(["a", "b", "c"], ["a", "x", "y", "c"])));

    [Fact]
    public void HostileTexts_AreDoneWithinTheBudget()
    {
        // Both sides have the same lines in an unlike order: without a bound some 10^11 steps.
        string[] a = [.. Enumerable.Range(0, 400_000).Select(static i => (i * 7919L % 400_009).ToString("x"))];
        string[] b = [.. Enumerable.Range(0, 400_000).Select(static i => (i * 104_729L % 400_009).ToString("x"))];
        Assert.Equal(b, Apply(a, b, LineDiff.Between(a, b)));
    }

    internal static IEnumerable<string> Apply(IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines, IEnumerable<LineEdit> edits)
    {
        var position = 0;
        foreach (var edit in edits)
        {
            while (position < edit.OldStart)
                yield return oldLines[position++];
            for (var i = 0; i < edit.NewCount; i++)
                yield return newLines[edit.NewStart + i];
            position += edit.OldCount;
        }

        while (position < oldLines.Count)
            yield return oldLines[position++];
    }

    private static int Cost(IEnumerable<LineEdit> edits) => edits.Sum(static e => e.OldCount + e.NewCount);

    // The textbook's table, as an oracle.
    private static int CommonLength(string[] a, string[] b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                length[i, j] = a[i - 1] == b[j - 1] ? length[i - 1, j - 1] + 1 : Math.Max(length[i - 1, j], length[i, j - 1]);
        }

        return length[a.Length, b.Length];
    }
}
