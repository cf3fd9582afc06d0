using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>The graph of the function that an operation runs in, be it a member, a local function or a lambda.</summary>
internal static class FunctionGraph
{
    /// <summary>The values on the graph of the innermost function around the operation that is analysed.</summary>
    public static ValueAnalysis? Around(MemberOperation member) => Of(member, Syntax(member.Operation.Syntax));

    /// <summary>The values on the graph of this function; of the whole member where it is not a function inside of it; null where there is no graph.</summary>
    public static ValueAnalysis? Of(MemberOperation member, SyntaxNode? function)
    {
        if (FlowGraph.Of(Root(member.Operation), member.CancellationToken) is not { } graph)
            return null;
        var nested = graph.Nested(member.CancellationToken).FirstOrDefault(n => n.Source.OriginalOperation.Syntax == function);
        return ValueAnalysis.Of(nested ?? graph, member.CancellationToken);
    }

    /// <summary>The function that a node runs in.</summary>
    public static SyntaxNode? Syntax(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>The graph of the innermost function around any operation; null where there is none.</summary>
    public static FlowGraph? Around(IOperation operation, CancellationToken cancellation)
    {
        if (FlowGraph.Of(Root(operation), cancellation) is not { } graph)
            return null;
        return graph.Nested(cancellation).Append(graph).Where(g => g.Source.OriginalOperation.Syntax.Span.Contains(operation.Syntax.Span))
            .OrderBy(static g => g.Source.OriginalOperation.Syntax.Span.Length).FirstOrDefault();
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
