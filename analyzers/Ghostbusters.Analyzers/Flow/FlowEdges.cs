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
        return [.. edges._edges.Select(static set => set.OrderBy(static e => e.To).ThenBy(static e => e.Kind).ToImmutableArray())];
    }

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
            AddExceptions(block.Ordinal, block.EnclosingRegion, thrown: null, EdgeKind.Exception, ControlFlowBranchSemantics.None);
    }

    private void AddBranch(BasicBlock block, ControlFlowBranch branch, EdgeKind kind)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw:
            case ControlFlowBranchSemantics.Rethrow:
                AddExceptions(block.Ordinal, block.EnclosingRegion, ThrownType(block, branch), kind, branch.Semantics);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when block.EnclosingRegion.Kind == ControlFlowRegionKind.Filter
                || Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Filter) is not null:
                // The filter said no: the search goes on outside this try.
                AddExceptions(block.Ordinal, OutsideTry(Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Filter)!), null, kind, branch.Semantics);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                // The end of a finally: an exception that came in goes on; a branch that came in is added where it starts.
                AddExceptions(block.Ordinal, OutsideTry(Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Finally)!), null, EdgeKind.Resume, branch.Semantics);
                break;
            default:
                if (branch.Destination is { } destination)
                    AddThroughFinally(block.Ordinal, branch, destination.Ordinal, kind);
                break;
        }
    }

    private void AddThroughFinally(int from, ControlFlowBranch branch, int destination, EdgeKind kind)
    {
        foreach (var region in branch.FinallyRegions)
        {
            Add(from, region.FirstBlockOrdinal, kind, branch.Semantics);
            kind = EdgeKind.Resume;
            var end = EndOf(region);
            if (end is null)
                return; // This finally never completes: it throws or loops.
            from = end.Value;
        }

        Add(from, destination, kind, branch.Semantics);
    }

    private int? EndOf(ControlFlowRegion region)
    {
        for (var i = region.LastBlockOrdinal; i >= region.FirstBlockOrdinal; i--)
        {
            var block = _graph.Blocks[i];
            if (block.IsReachable && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling
                && ReferenceEquals(Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Finally), region))
            {
                return i;
            }
        }

        return null;
    }

    private void AddExceptions(int from, ControlFlowRegion? region, ITypeSymbol? thrown, EdgeKind kind, ControlFlowBranchSemantics semantics)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole })
                continue;

            foreach (var handler in whole.NestedRegions)
            {
                if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    // What lies outside is reached from the end of the finally.
                    Add(from, handler.FirstBlockOrdinal, kind, semantics);
                    return;
                }

                if (handler.Kind == ControlFlowRegionKind.Try || !Throwing.MayCatch(handler, thrown))
                    continue;
                Add(from, handler.FirstBlockOrdinal, kind, semantics);
                if (Throwing.Catches(handler, thrown))
                    return;
            }
        }

        Add(from, _graph.Blocks.Length, kind, semantics);
    }

    private void Add(int from, int to, EdgeKind kind, ControlFlowBranchSemantics semantics) =>
        _edges[from].Add(new FlowEdge(from, to, kind, semantics));

    private static ITypeSymbol? ThrownType(BasicBlock block, ControlFlowBranch branch) =>
        branch.Semantics == ControlFlowBranchSemantics.Rethrow
            ? Enclosing(block.EnclosingRegion, ControlFlowRegionKind.Catch)?.ExceptionType
            : Throwing.StaticType(block.BranchValue);

    private static ControlFlowRegion? Enclosing(ControlFlowRegion? region, ControlFlowRegionKind kind)
    {
        while (region is not null && region.Kind != kind)
            region = region.EnclosingRegion;
        return region;
    }

    // From a handler region to what encloses the whole try statement.
    private static ControlFlowRegion? OutsideTry(ControlFlowRegion handler)
    {
        var region = handler;
        while (region is not null && region.Kind is not (ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.TryAndFinally))
            region = region.EnclosingRegion;
        return region?.EnclosingRegion;
    }
}
