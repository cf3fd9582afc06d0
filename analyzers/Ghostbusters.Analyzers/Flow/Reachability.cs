namespace Ghostbusters.Analyzers.Flow;

/// <summary>Which blocks control can come to.</summary>
internal static class Reachability
{
    /// <summary>The blocks that can be reached from one of the starts, the starts included.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="starts">Where to start.</param>
    /// <param name="follow">Which edges may be taken; null for all.</param>
    /// <param name="stopAt">Blocks that are reached but not left; null for none. A start is always left.</param>
    public static BlockSet From(FlowGraph graph, IEnumerable<int> starts, Func<FlowEdge, bool>? follow = null, Func<int, bool>? stopAt = null)
    {
        var seen = new bool[graph.Count];
        var work = new Stack<int>();
        foreach (var start in starts)
        {
            seen[start] = true;
            work.Push(start);
        }

        while (work.Count > 0)
        {
            foreach (var edge in graph.Successors(work.Pop()))
            {
                if (seen[edge.To] || (follow is not null && !follow(edge)))
                    continue;
                seen[edge.To] = true;
                if (stopAt is null || !stopAt(edge.To))
                    work.Push(edge.To);
            }
        }

        return new BlockSet(seen);
    }

    /// <summary>Whether every way from one block to another passes a block of a kind; true also where there is no way at all.</summary>
    /// <remarks>Passing the first or the last block counts, where it is of the kind.</remarks>
    public static bool EveryWayPasses(FlowGraph graph, int from, int to, Func<int, bool> through, Func<FlowEdge, bool>? follow = null)
    {
        if (through(from) || through(to))
            return true;
        return !From(graph, [from], follow, through).Contains(to);
    }
}
