using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Bodies without a single act: no statement, or only a completed task.</summary>
internal static class EmptyBody
{
    /// <summary>Whether the method does nothing, by syntax alone, and says nothing inside its braces.</summary>
    public static bool Is(MethodDeclarationSyntax method)
    {
        if (method.ContainsDirectives || (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not { } body || HasComment(body))
            return false;
        return method.ExpressionBody is { } arrow ? IsIdle(arrow.Expression) : IsIdle(method.Body!.Statements);
    }

    private static bool IsIdle(SyntaxList<StatementSyntax> statements) => statements.Count == 0 || (statements.Count == 1 && statements[0] switch
    {
        ReturnStatementSyntax { Expression: var value } => value is null || IsIdle(value),
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: var awaited } } => IsIdle(awaited),
        _ => false,
    });

    // `Task.CompletedTask`, `ValueTask.CompletedTask`, `default`, `new()`.
    private static bool IsIdle(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression } or DefaultExpressionSyntax => true,
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } => true,
        _ => false,
    };

    private static bool HasComment(SyntaxNode body) =>
        body.DescendantTrivia().Any(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
