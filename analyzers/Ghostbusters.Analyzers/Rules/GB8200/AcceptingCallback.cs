using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Callbacks that say yes to everything: lambdas, anonymous methods, local functions and method groups.</summary>
internal static class AcceptingCallback
{
    /// <summary>Whether the value is a callback that returns true on each of its ways.</summary>
    public static bool Is(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => BodyOf(value, model, cancellation) is { } body && Accepts(body, model, cancellation);

    /// <summary>The body of the callback that the value is; null where it is none that can be seen.</summary>
    public static SyntaxNode? BodyOf(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        var origin = ValueOrigin.Of(value, model, cancellation);
        switch (origin)
        {
            case AnonymousFunctionExpressionSyntax function:
                return function.Body;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }:
                return BodyOf(arguments[0].Expression, model, cancellation);
            case SimpleNameSyntax or MemberAccessExpressionSyntax when origin.SyntaxTree == model.SyntaxTree:
                var info = model.GetSymbolInfo(origin, cancellation);
                return (info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) is IMethodSymbol { DeclaringSyntaxReferences.Length: 1 } method
                    ? method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
                    {
                        MethodDeclarationSyntax declared => (SyntaxNode?)declared.Body ?? declared.ExpressionBody?.Expression,
                        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
                        _ => null,
                    }
                    : null;
            default:
                return null;
        }
    }

    private static bool Accepts(SyntaxNode body, SemanticModel model, CancellationToken cancellation)
    {
        if (body is ExpressionSyntax expression)
            return IsTrue(expression, model, cancellation);
        var returns = body.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>().ToList();
        return returns.Count > 0 && returns.TrueForAll(r => r.Expression is { } value && IsTrue(value, model, cancellation)) && !body.DescendantNodes().Any(static n => n is ThrowStatementSyntax or ThrowExpressionSyntax);
    }

    private static bool IsTrue(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) => value switch
    {
        ParenthesizedExpressionSyntax inner => IsTrue(inner.Expression, model, cancellation),
        ConditionalExpressionSyntax choice => IsTrue(choice.WhenTrue, model, cancellation) && IsTrue(choice.WhenFalse, model, cancellation),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => IsTrue(either.Left, model, cancellation) || IsTrue(either.Right, model, cancellation),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } arguments } => IsTrue(arguments[0].Expression, model, cancellation),
        _ => value.SyntaxTree == model.SyntaxTree ? ValueOrigin.ConstantOf(value, model, cancellation) is true : value.IsKind(SyntaxKind.TrueLiteralExpression),
    };
}
