using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>Finds every edge of a control flow graph, the ones that Roslyn leaves implicit included.</summary>
internal sealed class FlowEdges
{
    private readonly ControlFlowGraph _graph;
    private readonly HashSet<FlowEdge>[] _edges;

    private FlowEdges(ControlFlowGraph graph)
    {
        _graph = graph;
        _edges = new HashSet<FlowEdge>[graph.Blocks.Length + 1];
        for (var i = 0; i < _edges.Length; i++)
            _edges[i] = [];
    }

    /// <summary>By block: its outgoing edges, in a stable order. The last one is the exceptional exit, which has none.</summary>
    public static ImmutableArray<FlowEdge>[] Of(ControlFlowGraph graph)
    {
        var edges = new FlowEdges(graph);
        foreach (var block in graph.Blocks)
            edges.AddFrom(block);
        return [.. edges._edges.Select(static set => set.OrderBy(static e => e.To).ThenBy(static e => e.Kind).ThenBy(static e => e.Origin).ToImmutableArray())];
    }

    /// <summary>Whether it is an exception that takes this edge.</summary>
    public static bool Raises(FlowEdge edge) => edge.Kind == EdgeKind.Exception || edge.Semantics is
        ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.StructuredExceptionHandling;

    private void AddFrom(BasicBlock block)
    {
        // Roslyn keeps dead blocks; an edge out of one would make what follows look alive.
        if (!block.IsReachable)
            return;

        var taken = block.ConditionKind == ControlFlowConditionKind.WhenTrue ? EdgeKind.WhenTrue : EdgeKind.WhenFalse;
        var otherwise = taken == EdgeKind.WhenTrue ? EdgeKind.WhenFalse : EdgeKind.WhenTrue;
        if (block.ConditionalSuccessor is { } conditional)
            AddBranch(block, conditional, taken);
        if (block.FallThroughSuccessor is { } next)
            AddBranch(block, next, block.ConditionKind == ControlFlowConditionKind.None ? EdgeKind.Always : otherwise);
        if (Throwing.MayThrow(block))
            AddExceptions(block.Ordinal, block.EnclosingRegion, null, EdgeKind.Exception, ControlFlowBranchSemantics.None);
    }

    private void AddBranch(BasicBlock block, ControlFlowBranch branch, EdgeKind kind)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw:
            case ControlFlowBranchSemantics.Rethrow:
                AddExceptions(block.Ordinal, block.EnclosingRegion, ThrownType(block, branch), kind, branch.Semantics);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when EndedRegion(block) is { Kind: ControlFlowRegionKind.Filter } filter:
                // The filter said no: the search goes on with the next handler.
                AddExceptions(block.Ordinal, filter, null, kind, branch.Semantics);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when EndedRegion(block) is { } ended:
                // The end of a finally: an exception that came in goes on; a branch that came in is added where it starts.
                AddExceptions(block.Ordinal, OutsideTry(ended), null, EdgeKind.Resume, branch.Semantics, ended.FirstBlockOrdinal);
                break;
            default:
                if (branch.Destination is { } destination)
                    AddThroughFinally(block.Ordinal, branch, destination.Ordinal, kind);
                break;
        }
    }

    private void AddThroughFinally(int origin, ControlFlowBranch branch, int destination, EdgeKind kind)
    {
        List<int> from = [origin];
        foreach (var region in branch.FinallyRegions)
        {
            AddAll(from, region.FirstBlockOrdinal, kind, branch.Semantics, origin);
            kind = EdgeKind.Resume;
            from = EndsOf(region); // None where it throws or loops: then nothing goes on.
        }

        AddAll(from, destination, kind, branch.Semantics, origin);
    }

    private List<int> EndsOf(ControlFlowRegion region) =>
        [.. Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .Where(i => _graph.Blocks[i].IsReachable && EndsByResuming(_graph.Blocks[i]) && ReferenceEquals(EndedRegion(_graph.Blocks[i]), region))];

    private static bool EndsByResuming(BasicBlock block) =>
        block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling
        || block.ConditionalSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling;

    // The finally or filter that a block without destination ends.
    private static ControlFlowRegion? EndedRegion(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter))
            region = Outer(region);
        return region;
    }

    // Outwards from a region. Real filters run before the finally blocks inside their try; here they come after.
    private void AddExceptions(int from, ControlFlowRegion? region, ITypeSymbol? thrown, EdgeKind kind, ControlFlowBranchSemantics semantics, int? origin = null)
    {
        for (; region is not null; region = Outer(region))
        {
            foreach (var handler in HandlersAfter(region))
            {
                if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    // What lies outside is reached from the end of the finally.
                    Add(from, handler.FirstBlockOrdinal, kind, semantics, origin ?? from);
                    return;
                }

                if (!Throwing.MayCatch(handler, thrown))
                    continue;
                Add(from, handler.FirstBlockOrdinal, kind, semantics, origin ?? from);
                if (Throwing.Catches(handler, thrown))
                    return;
            }
        }

        Add(from, _graph.Blocks.Length, kind, semantics, origin ?? from);
    }

    // The handlers that see an exception which leaves the region: all of a try, and behind a filter (one that fails says no) the next ones.
    private static IEnumerable<ControlFlowRegion> HandlersAfter(ControlFlowRegion region) => region switch
    {
        { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole } => whole.NestedRegions.Where(static r => r.Kind != ControlFlowRegionKind.Try),
        { Kind: ControlFlowRegionKind.Filter, EnclosingRegion: { EnclosingRegion: { } whole } filtered } =>
            whole.NestedRegions.SkipWhile(r => !ReferenceEquals(r, filtered)).Skip(1),
        _ => [],
    };

    private void AddAll(List<int> from, int to, EdgeKind kind, ControlFlowBranchSemantics semantics, int origin)
    {
        foreach (var block in from)
            Add(block, to, kind, semantics, origin);
    }

    private void Add(int from, int to, EdgeKind kind, ControlFlowBranchSemantics semantics, int origin) =>
        _edges[from].Add(new FlowEdge(from, to, kind, semantics, origin));

    private static ITypeSymbol? ThrownType(BasicBlock block, ControlFlowBranch branch) =>
        branch.Semantics == ControlFlowBranchSemantics.Rethrow
            ? Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Catch)?.ExceptionType
            : Throwing.StaticType(block.BranchValue);

    private static ControlFlowRegion? Enclosing(ControlFlowRegion? region, ControlFlowRegionKind kind)
    {
        while (region is not null && region.Kind != kind)
            region = Outer(region);
        return region;
    }

    // From a handler region to what encloses the whole try statement.
    private static ControlFlowRegion? OutsideTry(ControlFlowRegion handler)
    {
        var region = handler;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally))
            region = Outer(region);
        return region is null ? null : Outer(region);
    }

    // The root of a lambda's or local function's graph names the region around its declaration, which is of another graph.
    private static ControlFlowRegion? Outer(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;
}
