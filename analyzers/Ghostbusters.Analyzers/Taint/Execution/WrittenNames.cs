using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>The names of members that are written outside of constructors and initializers, anywhere in a compilation.</summary>
/// <remarks>By name and not by symbol: it costs no binding, and a name too many only makes a field less known.</remarks>
internal static class WrittenNames
{
    /// <summary>Finds them.</summary>
    public static HashSet<string> In(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (Target(node) is { } target && NameOf(target) is { } name && !IsInConstructor(target, node))
                    names.Add(name);
            }
        }

        return names;
    }

    private static ExpressionSyntax? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => assignment.Left,
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression) => prefix.Operand,
        PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression) => postfix.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
        RefExpressionSyntax reference => reference.Expression,
        _ => null,
    };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression),
        _ => null,
    };

    // A constructor writes its own object's members: by their bare names, or after `this`.
    private static bool IsInConstructor(ExpressionSyntax target, SyntaxNode node) =>
        (target is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        && node.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is ConstructorDeclarationSyntax;
}
