using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The graph of the function that an operation runs in, be it a member, a local function or a lambda.</summary>
internal static class FunctionGraph
{
    /// <summary>The values on the graph of the innermost function around the operation that is analysed.</summary>
    public static ValueAnalysis Around(OperationAnalysisContext context) => Of(context, Syntax(context.Operation.Syntax));

    /// <summary>The values on the graph of this function; of the whole member where it is not a function inside of it.</summary>
    public static ValueAnalysis Of(OperationAnalysisContext context, SyntaxNode? function)
    {
        var graph = FlowGraph.Of(context.GetControlFlowGraph());
        var nested = graph.Nested(context.CancellationToken).FirstOrDefault(n => n.Source.OriginalOperation.Syntax == function);
        return ValueAnalysis.Of(nested ?? graph, context.CancellationToken);
    }

    /// <summary>The function that a node runs in.</summary>
    public static SyntaxNode? Syntax(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>The graph of the innermost function around any operation; null where there is none.</summary>
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
