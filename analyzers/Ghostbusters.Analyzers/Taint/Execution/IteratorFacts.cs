using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Which functions give their results one by one.</summary>
internal static class IteratorFacts
{
    /// <summary>Whether the function yields.</summary>
    public static bool IsIterator(FlowGraph graph) =>
        graph.Blocks.Any(static b => b.Operations.Any(static o => o is IReturnOperation { Kind: OperationKind.YieldReturn }));
}
