using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A loop that does the same to each of many items, and ends when there are no more.</summary>
/// <param name="Statement">The loop.</param>
/// <param name="Source">What it goes through, as the code writes it.</param>
/// <param name="Body">What it does to each.</param>
internal sealed record ItemLoop(StatementSyntax Statement, string Source, StatementSyntax Body)
{
    private static readonly string[] Takes = ["TryDequeue", "TryTake", "TryPop", "TryRead", "Read", "ReadAsync", "MoveNext", "MoveNextAsync"];

    // Who is told of something, or asked in turn: one that fails is no business of the others.
    private static readonly string[] Listeners =
        ["handler", "listener", "observer", "subscriber", "callback", "plugin", "hook", "sink", "provider", "strateg", "candidate", "fallback", "mirror", "endpoint", "resolver", "probe", "extension"];

    /// <summary>The innermost loop around a node, where it is one over items; null otherwise.</summary>
    public static ItemLoop? Around(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return null;
                case CommonForEachStatementSyntax each:
                    return IsOfListeners(each.Expression.ToString()) ? null : new ItemLoop(each, each.Expression.ToString(), each.Statement);
                case ForStatementSyntax { Condition: BinaryExpressionSyntax { Right: var bound } } counted:
                    return OwnerOfCount(bound) is { } owner && !IsOfListeners(owner) ? new ItemLoop(counted, owner, counted.Statement) : null;
                case WhileStatementSyntax loop:
                    return Taken(loop.Condition) is { } taken ? new ItemLoop(loop, taken, loop.Statement) : null;
                case ForStatementSyntax or DoStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What an expression counts the elements of: <c>orders</c> of <c>orders.Count</c>; null where it is no such expression.</summary>
    public static string? OwnerOfCount(SyntaxNode expression) => expression switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: var called } => OwnerOfCount(called),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" or "LongLength", Expression: var owner } => owner.ToString(),
        _ => null,
    };

    private static bool IsOfListeners(string source) => Listeners.Any(l => source.IndexOf(l, StringComparison.OrdinalIgnoreCase) >= 0);

    // `queue.TryDequeue(out var order)`, `await reader.ReadAsync()`, `queue.Count > 0`.
    private static string? Taken(ExpressionSyntax condition) => condition switch
    {
        AwaitExpressionSyntax await => Taken(await.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name } } when Takes.Contains(name) => owner.ToString(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression, Left: var left } => OwnerOfCount(left),
        _ => null,
    };
}
