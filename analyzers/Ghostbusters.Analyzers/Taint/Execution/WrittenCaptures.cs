using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>The captures that stand for the target of an assignment.</summary>
internal static class WrittenCaptures
{
    private static readonly ConditionalWeakTable<FlowGraph, HashSet<CaptureId>> Known = new();

    private static readonly ConditionalWeakTable<FlowGraph, HashSet<CaptureId>> KnownReferences = new();

    /// <summary>The captures that a `ref` variable is made of: they hold a reference, not a value.</summary>
    public static HashSet<CaptureId> ReferencesOf(FlowGraph graph) => KnownReferences.GetValue(graph, static g =>
        [.. g.Operations().OfType<ISimpleAssignmentOperation>().Where(static a => a.IsRef).Select(static a => a.Value).OfType<IFlowCaptureReferenceOperation>().Select(static r => r.Id)]);

    private static readonly ConditionalWeakTable<FlowGraph, HashSet<ISymbol>> KnownLoopVariables = new();

    /// <summary>The variables of `foreach` loops that lambdas keep: there is one for each round.</summary>
    public static HashSet<ISymbol> LoopVariablesOf(FlowGraph graph) => KnownLoopVariables.GetValue(graph, static g => new HashSet<ISymbol>(
        g.Operations().OfType<IFlowAnonymousFunctionOperation>().SelectMany(l => g.Source.GetAnonymousFunctionControlFlowGraph(l).Blocks)
            .SelectMany(static b => b.Operations.Concat(b.BranchValue is { } value ? [value] : [])).SelectMany(static o => o.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>().Select(static r => r.Local).Where(static l => l.IsForEach), SymbolEqualityComparer.Default));

    /// <summary>Finds them, once a graph.</summary>
    public static HashSet<CaptureId> Of(FlowGraph graph) => Known.GetValue(graph, static g =>
    [
        .. g.Operations().Select(static o => o switch
        {
            IAssignmentOperation { Target: IFlowCaptureReferenceOperation target } => target,
            IIncrementOrDecrementOperation { Target: IFlowCaptureReferenceOperation target } => target,
            _ => null,
        }).OfType<IFlowCaptureReferenceOperation>().Select(static r => r.Id),
    ]);
}
