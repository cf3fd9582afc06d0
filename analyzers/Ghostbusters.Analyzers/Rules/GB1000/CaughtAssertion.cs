using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>An assertion in a try whose catch surely takes the exception by which it fails.</summary>
/// <param name="Call">The assertion.</param>
/// <param name="Block">Where it stands in the graph.</param>
/// <param name="Body">The region of the try that it stands in.</param>
/// <param name="Handler">The region of the catch.</param>
/// <param name="Clause">The catch.</param>
/// <param name="Try">The statement of both.</param>
internal sealed record CaughtAssertion(
    IInvocationOperation Call, int Block, ControlFlowRegion Body, ControlFlowRegion Handler, CatchClauseSyntax Clause, TryStatementSyntax Try)
{
    /// <summary>The assertions of one function that its own catches take, in the order of the graph.</summary>
    public static IEnumerable<CaughtAssertion> In(FlowGraph graph, AssertionFailures failures, CancellationToken cancellation)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (!IsInTry(graph.Blocks[block].EnclosingRegion))
                continue;
            foreach (var call in graph.OperationsOf(block).OfType<IInvocationOperation>())
            {
                if (failures.ThrownBy(call, cancellation) is { } thrown && Of(call, block, thrown, graph) is { } caught)
                    yield return caught;
            }
        }
    }

    /// <summary>Whether the block lies in the try statement's own body.</summary>
    public bool HasInTry(int block) => block >= Body.FirstBlockOrdinal && block <= Body.LastBlockOrdinal;

    /// <summary>Whether the block lies in the catch.</summary>
    public bool HasInHandler(int block) => block >= Handler.FirstBlockOrdinal && block <= Handler.LastBlockOrdinal;

    private static bool IsInTry(ControlFlowRegion? region)
    {
        for (; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndCatch })
                return true;
        }

        return false;
    }

    // Outwards, to the first catch that may take it. Where that one is not sure to (a filter, a narrower type), nothing is known.
    private static CaughtAssertion? Of(IInvocationOperation call, int block, ITypeSymbol thrown, FlowGraph graph)
    {
        using var statements = call.Syntax.Ancestors().OfType<TryStatementSyntax>()
            .Where(t => t.Catches.Count > 0 && t.Block.Span.Contains(call.Syntax.Span)).GetEnumerator();
        for (var region = graph.Blocks[block].EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } whole })
                continue;
            var handlers = whole.NestedRegions.Where(static r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler).ToList();
            if (!statements.MoveNext() || statements.Current!.Catches.Count != handlers.Count)
                return null;
            var taker = handlers.FindIndex(h => Throwing.MayCatch(h, thrown));
            if (taker >= 0)
                return Throwing.Catches(handlers[taker], thrown) ? new CaughtAssertion(call, block, region, handlers[taker], statements.Current.Catches[taker], statements.Current) : null;
        }

        return null;
    }
}
