using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The graph of the function that an operation runs in.</summary>
internal static class FunctionGraphs
{
    /// <summary>The innermost function's graph; null where there is none.</summary>
    public static FlowGraph? Around(IOperation operation, CancellationToken cancellation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        if (FlowGraph.Of(root, cancellation) is not { } graph)
            return null;
        return graph.Nested(cancellation).Append(graph).Where(g => g.Source.OriginalOperation.Syntax.Span.Contains(operation.Syntax.Span))
            .OrderBy(static g => g.Source.OriginalOperation.Syntax.Span.Length).FirstOrDefault();
    }
}
