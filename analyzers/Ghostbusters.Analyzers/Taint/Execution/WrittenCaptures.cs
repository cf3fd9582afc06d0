using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>The captures that stand for the target of an assignment.</summary>
internal static class WrittenCaptures
{
    private static readonly ConditionalWeakTable<FlowGraph, HashSet<CaptureId>> Known = new();

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
