namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// Which blocks every way must pass: on the way from the entry (dominators) or on the way to the normal exit
/// (post-dominators). Cooper, Harvey and Kennedy's iteration, over the edges that may be taken.
/// </summary>
internal sealed class DominatorTree
{
    private const int None = -1;
    private readonly int[] _parents;
    private readonly int _root;

    private DominatorTree(int[] parents, int root)
    {
        _parents = parents;
        _root = root;
    }

    /// <summary>Dominators from the entry.</summary>
    public static DominatorTree Of(FlowGraph graph, Func<FlowEdge, bool>? follow = null) =>
        Build(graph.Count, graph.Entry, Filter(graph.Successors, follow, static e => e.To), Filter(graph.Predecessors, follow, static e => e.From));

    /// <summary>Post-dominators to the normal exit. Blocks that cannot come there are in no relation.</summary>
    public static DominatorTree ToExit(FlowGraph graph, Func<FlowEdge, bool>? follow = null) =>
        Build(graph.Count, graph.Exit, Filter(graph.Predecessors, follow, static e => e.From), Filter(graph.Successors, follow, static e => e.To));

    /// <summary>Whether every way between the root and <paramref name="block"/> passes <paramref name="dominator"/>; a block dominates itself.</summary>
    public bool Dominates(int dominator, int block)
    {
        if (_parents[block] == None || _parents[dominator] == None)
            return false;
        for (var i = block; ; i = _parents[i])
        {
            if (i == dominator)
                return true;
            if (i == _root)
                return false;
        }
    }

    /// <summary>The nearest strict dominator; null for the root and for blocks that are not connected with it.</summary>
    public int? Parent(int block) => block == _root || _parents[block] == None ? null : _parents[block];

    private static Func<int, IEnumerable<int>> Filter(
        Func<int, System.Collections.Immutable.ImmutableArray<FlowEdge>> edges, Func<FlowEdge, bool>? follow, Func<FlowEdge, int> end) =>
        block => edges(block).Where(e => follow is null || follow(e)).Select(end);

    /// <summary>The tree of any graph.</summary>
    /// <param name="count">How many nodes it has.</param>
    /// <param name="root">Where all ways start.</param>
    /// <param name="next">The nodes that a node leads to.</param>
    /// <param name="previous">The nodes that lead to a node: the inverse of <paramref name="next"/>.</param>
    internal static DominatorTree Build(int count, int root, Func<int, IEnumerable<int>> next, Func<int, IEnumerable<int>> previous)
    {
        var order = PostOrder(count, root, next);
        var rank = new int[count];
        for (var i = 0; i < order.Count; i++)
            rank[order[i]] = i;
        var parents = new int[count];
        for (var i = 0; i < count; i++)
            parents[i] = None;
        parents[root] = root;

        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = order.Count - 2; i >= 0; i--)
            {
                var block = order[i];
                var parent = None;
                foreach (var p in previous(block).Where(p => parents[p] != None))
                    parent = parent == None ? p : Intersect(parents, rank, p, parent);
                if (parent == parents[block])
                    continue;
                parents[block] = parent;
                changed = true;
            }
        }

        return new DominatorTree(parents, root);
    }

    private static int Intersect(int[] parents, int[] rank, int a, int b)
    {
        while (a != b)
        {
            while (rank[a] < rank[b])
                a = parents[a];
            while (rank[b] < rank[a])
                b = parents[b];
        }

        return a;
    }

    // Iterative: a method of ten thousand statements must not end the process.
    private static List<int> PostOrder(int count, int root, Func<int, IEnumerable<int>> next)
    {
        var order = new List<int>(count);
        var seen = new bool[count];
        var work = new Stack<(int Block, IEnumerator<int> Next)>();
        seen[root] = true;
        work.Push((root, next(root).GetEnumerator()));
        while (work.Count > 0)
        {
            var (block, successors) = work.Peek();
            if (!successors.MoveNext())
            {
                order.Add(block);
                work.Pop();
            }
            else if (!seen[successors.Current])
            {
                seen[successors.Current] = true;
                work.Push((successors.Current, next(successors.Current).GetEnumerator()));
            }
        }

        return order;
    }
}
