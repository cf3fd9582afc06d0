using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>How a way that began in a catch can end.</summary>
/// <param name="Block">The block that it ends in.</param>
/// <param name="Returned">The returned operation; null where the method ends without a value.</param>
/// <param name="Value">What is known of the returned value on the ways from the catch.</param>
internal readonly record struct CatchOutcome(int Block, IOperation? Returned, FlowValue Value);

/// <summary>What happens after a catch caught something: where its ways lead, and with which results.</summary>
internal sealed class CatchPath
{
    private CatchPath(ControlFlowRegion handler, BlockSet blocks, ValueAnalysis values, bool retries, ImmutableArray<CatchOutcome> outcomes, bool canThrow)
    {
        Handler = handler;
        Blocks = blocks;
        Values = values;
        Retries = retries;
        Outcomes = outcomes;
        CanThrow = canThrow;
    }

    /// <summary>The catch region.</summary>
    public ControlFlowRegion Handler { get; }

    /// <summary>What it catches; <c>object</c> for a catch without a type.</summary>
    public ITypeSymbol? ExceptionType => Handler.ExceptionType;

    /// <summary>The blocks that the ways pass, the catch's own included; ways stop where they enter the same try again.</summary>
    public BlockSet Blocks { get; }

    /// <summary>What is known on these ways alone.</summary>
    public ValueAnalysis Values { get; }

    /// <summary>Whether a way goes back into the try: a retry.</summary>
    public bool Retries { get; }

    /// <summary>The normal ends of the ways; none where every way throws or retries.</summary>
    public ImmutableArray<CatchOutcome> Outcomes { get; }

    /// <summary>Whether a throw statement (not merely a call that may fail) stands on a way.</summary>
    public bool CanThrow { get; }

    /// <summary>Every catch of a graph that control can come to, in source order.</summary>
    public static IEnumerable<CatchPath> Of(FlowGraph graph, ValueAnalysis values, CancellationToken cancellation) =>
        Handlers(graph.Source.Root).Where(h => values.IsReachable(h.FirstBlockOrdinal)).Select(h => Follow(graph, values, h, cancellation));

    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion region)
    {
        if (region.Kind == ControlFlowRegionKind.Catch)
            yield return region;
        foreach (var handler in region.NestedRegions.SelectMany(Handlers))
            yield return handler;
    }

    private static CatchPath Follow(FlowGraph graph, ValueAnalysis before, ControlFlowRegion handler, CancellationToken cancellation)
    {
        var body = TryOf(handler);
        bool IsAgain(FlowEdge edge) => body is not null && edge.To >= body.FirstBlockOrdinal && edge.To <= body.LastBlockOrdinal;
        var values = before.StartingAt(handler.FirstBlockOrdinal, cancellation, edge => edge.Kind != EdgeKind.Exception && !IsAgain(edge));
        var blocks = new bool[graph.Count];
        var again = false;
        var canThrow = false;
        var outcomes = ImmutableArray.CreateBuilder<CatchOutcome>();
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = values.IsReachable(block);
            foreach (var edge in graph.Successors(block).Where(e => e.Kind != EdgeKind.Exception && values.IsPossible(e)))
            {
                again |= IsAgain(edge);
                canThrow |= edge.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;
                var returns = edge.Semantics == ControlFlowBranchSemantics.Return;
                if (edge.Kind == EdgeKind.Resume ? !returns && edge.To == graph.Exit : returns || edge.To == graph.Exit)
                    outcomes.Add(OutcomeOf(graph, values, block, edge));
                else if (returns && edge.To == graph.Exit && !values.IsReachable(edge.Origin) && !outcomes.Any(o => o.Block == edge.Origin))
                    outcomes.Add(OutcomeOf(graph, before, edge.Origin, edge)); // The catch is in a finally, which a return had entered.
            }
        }

        return new CatchPath(handler, new BlockSet(blocks), values, again, outcomes.ToImmutable(), canThrow);
    }

    private static CatchOutcome OutcomeOf(FlowGraph graph, ValueAnalysis values, int block, FlowEdge edge)
    {
        var returned = edge.Semantics == ControlFlowBranchSemantics.Return ? graph.Blocks[block].BranchValue : null;
        return new CatchOutcome(block, returned, returned is null ? FlowValue.Unknown : values.At(returned));
    }

    // The body of the try statement that the handler belongs to.
    private static ControlFlowRegion? TryOf(ControlFlowRegion handler)
    {
        var whole = handler.EnclosingRegion;
        while (whole is not null && whole.Kind != ControlFlowRegionKind.TryAndCatch)
            whole = whole.EnclosingRegion;
        return whole?.NestedRegions.FirstOrDefault(static r => r.Kind == ControlFlowRegionKind.Try);
    }
}
