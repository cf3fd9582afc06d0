namespace Ghostbusters.Engine.Diff;

/// <summary>
/// Finds a longest common subsequence by divide and conquer: the two searches, from the start and from the end, meet at a
/// point of a shortest path, and both parts are searched again.
/// </summary>
internal sealed class MyersSearch(int[] oldLines, int[] newLines, long budget)
{
    /// <summary>Steps along diagonals for one pair of texts: well under a second.</summary>
    public const long DefaultBudget = 50_000_000;

    private const int Unreachable = int.MinValue / 2;

    private readonly int[] _forward = new int[Width(oldLines.Length, newLines.Length, budget)];
    private readonly int[] _backward = new int[Width(oldLines.Length, newLines.Length, budget)];
    private long _budget = budget;

    /// <summary>Which old lines are common.</summary>
    public bool[] OldKept { get; } = new bool[oldLines.Length];

    /// <summary>Which new lines are common; as many as <see cref="OldKept"/>.</summary>
    public bool[] NewKept { get; } = new bool[newLines.Length];

    public void Run() => Compare(0, oldLines.Length, 0, newLines.Length);

    // The number of edits that the budget lets one search reach is about its square root.
    private static int Width(int oldCount, int newCount, long budget) =>
        (2 * (int)Math.Min(((long)oldCount + newCount + 1) / 2, (long)Math.Sqrt(budget))) + 5;

    // Each part has at most half of the edits, so this recursion is shallow.
    private void Compare(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        while (oldStart < oldEnd && newStart < newEnd && oldLines[oldStart] == newLines[newStart])
            Keep(oldStart++, newStart++);
        while (oldStart < oldEnd && newStart < newEnd && oldLines[oldEnd - 1] == newLines[newEnd - 1])
            Keep(--oldEnd, --newEnd);
        if (oldStart == oldEnd || newStart == newEnd || Meet(oldStart, oldEnd, newStart, newEnd) is not var (o, n))
            return;

        Compare(oldStart, o, newStart, n);
        Compare(o, oldEnd, n, newEnd);
    }

    private void Keep(int o, int n) => OldKept[o] = NewKept[n] = true;

    /// <summary>A point on a shortest path; null where the budget ran out.</summary>
    private (int Old, int New)? Meet(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var (oldCount, newCount) = (oldEnd - oldStart, newEnd - newStart);
        var delta = oldCount - newCount;
        var isOdd = delta % 2 != 0;
        var centre = _forward.Length / 2;
        for (var edits = 0; edits < centre - 1; edits++)
        {
            Bound(_forward, centre, edits);
            Bound(_backward, centre, edits);
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = Furthest(_forward, centre, k, edits, oldCount, newCount);
                while (x >= 0 && x < oldCount && x - k < newCount && oldLines[oldStart + x] == newLines[newStart + x - k])
                    (x, _budget) = (x + 1, _budget - 1);
                _forward[centre + k] = x;
                if (isOdd && Math.Abs(delta - k) < edits && x + _backward[centre + delta - k] >= oldCount)
                    return (oldStart + x, newStart + x - k);
            }

            for (var k = -edits; k <= edits; k += 2)
            {
                var x = Furthest(_backward, centre, k, edits, oldCount, newCount);
                while (x >= 0 && x < oldCount && x - k < newCount && oldLines[oldEnd - 1 - x] == newLines[newEnd - 1 - x + k])
                    (x, _budget) = (x + 1, _budget - 1);
                _backward[centre + k] = x;
                if (!isOdd && Math.Abs(delta - k) <= edits && x + _forward[centre + delta - k] >= oldCount)
                    return (oldEnd - x, newEnd - x + k);
            }

            if ((_budget -= (2 * edits) + 2) < 0)
                return null;
        }

        return null;
    }

    private static void Bound(int[] furthest, int centre, int edits) =>
        furthest[centre - edits - 1] = furthest[centre + edits + 1] = Unreachable;

    /// <summary>How far diagonal <paramref name="k"/> is reached by one more edit, before its common lines.</summary>
    private static int Furthest(int[] furthest, int centre, int k, int edits, int oldCount, int newCount)
    {
        if (edits == 0)
            return 0;
        var x = Math.Max(furthest[centre + k + 1], furthest[centre + k - 1] + 1);
        return x < 0 || x > oldCount || x - k > newCount ? Unreachable : x;
    }
}
