namespace Ghostbusters.Engine.Diff;

/// <summary>Some lines of the old text that some lines of the new text stand for; one of the counts may be zero.</summary>
/// <param name="OldStart">Index of the first old line, from zero.</param>
/// <param name="OldCount">How many old lines go.</param>
/// <param name="NewStart">Index of the first new line, from zero.</param>
/// <param name="NewCount">How many new lines come.</param>
public readonly record struct LineEdit(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>What changed between two texts, line by line: the shortest edit script.</summary>
/// <remarks>
/// Implementation note: Myers' O(ND) algorithm in linear space. Lines that only one side has are set aside first, which
/// keeps the script shortest and makes unlike texts cheap. Texts that are still too unlike for the budget of steps have the
/// undecided block replaced as a whole: then the script is right but not the shortest.
/// </remarks>
public static class LineDiff
{
    /// <summary>The edits that make the new lines of the old ones, in order; between two of them lies at least one common line.</summary>
    public static ImmutableArray<LineEdit> Between(IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines) =>
        Between(oldLines, newLines, MyersSearch.DefaultBudget);

    internal static ImmutableArray<LineEdit> Between(IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines, long budget)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var oldIds = Identify(oldLines, ids);
        var newIds = Identify(newLines, ids);
        var (oldShared, newShared) = (Shared(oldIds, newIds, ids.Count), Shared(newIds, oldIds, ids.Count));
        var search = new MyersSearch(Pick(oldIds, oldShared), Pick(newIds, newShared), budget);
        search.Run();
        return Edits(Kept(oldShared, search.OldKept, oldIds.Length), Kept(newShared, search.NewKept, newIds.Length));
    }

    private static int[] Identify(IReadOnlyList<string> lines, Dictionary<string, int> ids)
    {
        var result = new int[lines.Count];
        for (var i = 0; i < result.Length; i++)
        {
            if (!ids.TryGetValue(lines[i], out result[i]))
                ids.Add(lines[i], result[i] = ids.Count);
        }

        return result;
    }

    /// <summary>The positions of the lines that the other side has too.</summary>
    private static int[] Shared(int[] lines, int[] others, int idCount)
    {
        var isThere = new bool[idCount];
        foreach (var id in others)
            isThere[id] = true;
        return [.. Enumerable.Range(0, lines.Length).Where(i => isThere[lines[i]])];
    }

    private static int[] Pick(int[] lines, int[] positions) => Array.ConvertAll(positions, p => lines[p]);

    private static bool[] Kept(int[] positions, bool[] isKept, int length)
    {
        var result = new bool[length];
        for (var i = 0; i < positions.Length; i++)
            result[positions[i]] = isKept[i];
        return result;
    }

    private static ImmutableArray<LineEdit> Edits(bool[] oldKept, bool[] newKept)
    {
        var edits = ImmutableArray.CreateBuilder<LineEdit>();
        var (o, n) = (0, 0);
        while (o < oldKept.Length || n < newKept.Length)
        {
            var (oldStart, newStart) = (o, n);
            while (o < oldKept.Length && !oldKept[o])
                o++;
            while (n < newKept.Length && !newKept[n])
                n++;
            if (o > oldStart || n > newStart)
                edits.Add(new LineEdit(oldStart, o - oldStart, newStart, n - newStart));
            while (o < oldKept.Length && n < newKept.Length && oldKept[o] && newKept[n])
                (o, n) = (o + 1, n + 1);
        }

        return edits.ToImmutable();
    }
}
