using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The shape that a stub can have, by syntax alone: most methods fail it, so that they are never bound.</summary>
internal static class StubShape
{
    // A body with more statements than guards, log lines and a return is no stub; it need not be followed.
    private const int MostStatements = 8;

    /// <summary>Whether the method's modifiers and statements allow a stub.</summary>
    public static bool Fits(MethodDeclarationSyntax method)
    {
        if (method.ExplicitInterfaceSpecifier is not null || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword
            or SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword or SyntaxKind.NewKeyword or SyntaxKind.ProtectedKeyword))
        {
            return false;
        }

        // Try… that cannot is an answer; behind a directive, another configuration may hold the code.
        if (method.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) || method.ContainsDirectives)
            return false;
        return method.ExpressionBody is { } arrow ? CanBeConstant(arrow.Expression)
            : method.Body is { Statements.Count: <= MostStatements } body && body.Statements.All(Fits);
    }

    private static bool Fits(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax { Expression: { } value } => CanBeConstant(value),
        ReturnStatementSyntax or ThrowStatementSyntax or EmptyStatementSyntax or LocalDeclarationStatementSyntax => true,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax } => true,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax } } => true,
        IfStatementSyntax branch => Fits(branch.Statement) && (branch.Else is null || Fits(branch.Else.Statement)),
        BlockSyntax block => block.Statements.All(Fits),
        _ => false,
    };

    private static bool CanBeConstant(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => CanBeConstant(inner.Expression),
        CastExpressionSyntax cast => CanBeConstant(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => CanBeConstant(suppressed.Operand),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        TupleExpressionSyntax tuple => tuple.Arguments.All(static a => CanBeConstant(a.Expression)),
        InvocationExpressionSyntax call => NameOf(call.Expression) is "Empty" or "FromResult",
        LiteralExpressionSyntax or DefaultExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or CollectionExpressionSyntax
            or BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax => true,
        _ => false,
    };

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
