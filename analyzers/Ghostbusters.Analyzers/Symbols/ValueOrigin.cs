using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>The expression that a value comes from: through parentheses, casts, locals, fields and properties that have one value.</summary>
/// <remarks>Works on code that does not bind, where flow graphs cannot be had. What may have several values stays the name that it is.</remarks>
internal static class ValueOrigin
{
    private const int MostSteps = 8;

    /// <summary>Where the value comes from; the expression itself where it comes from nowhere else.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var next = value switch
            {
                ParenthesizedExpressionSyntax inner => inner.Expression,
                CastExpressionSyntax cast => cast.Expression,
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => suppressed.Operand,
                SimpleNameSyntax or MemberAccessExpressionSyntax when value.SyntaxTree == model.SyntaxTree => Named(value, model, cancellation),
                _ => null,
            };
            if (next is null)
                return value;
            value = next;
        }

        return value;
    }

    /// <summary>The constant that a value is; null where it is none, or none that is known.</summary>
    public static object? ConstantOf(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        // What a field of another file is set to, this model cannot bind: a literal says it all the same.
        if (value.SyntaxTree != model.SyntaxTree)
            return value is LiteralExpressionSyntax foreign ? foreign.Token.Value : null;
        if (model.GetConstantValue(value, cancellation) is { HasValue: true } constant)
            return constant.Value;
        var origin = Of(value, model, cancellation);
        if (origin.SyntaxTree == model.SyntaxTree && model.GetConstantValue(origin, cancellation) is { HasValue: true } known)
            return known.Value;
        return origin is LiteralExpressionSyntax literal ? literal.Token.Value : null;
    }

    private static ExpressionSyntax? Named(ExpressionSyntax name, SemanticModel model, CancellationToken cancellation) => model.GetSymbolInfo(name, cancellation).Symbol switch
    {
        ILocalSymbol local => OfLocal(name, local, cancellation),
        IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true } or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => OfField((IFieldSymbol)model.GetSymbolInfo(name, cancellation).Symbol!, cancellation),
        IPropertySymbol { DeclaringSyntaxReferences.Length: 1, SetMethod: null, IsVirtual: false, IsAbstract: false } property => property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is PropertyDeclarationSyntax declared
            ? declared.ExpressionBody?.Expression ?? declared.Initializer?.Value : null,
        _ => null,
    };

    private static ExpressionSyntax? OfField(IFieldSymbol field, CancellationToken cancellation)
    {
        if (field.DeclaringSyntaxReferences.Length != 1 || field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator)
            return null;
        return field.IsConst || declarator.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !type.Modifiers.Any(SyntaxKind.PartialKeyword) && !WritesOf(type, field.Name, declarator).Any() ? value : null;
    }

    // The value at the declaration, or the last assignment before the use in a block that the use is in.
    private static ExpressionSyntax? OfLocal(ExpressionSyntax use, ILocalSymbol local, CancellationToken cancellation)
    {
        if (local.DeclaringSyntaxReferences.Length != 1 || local.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator || ScopeOf(declarator) is not { } scope)
            return null;
        var writes = WritesOf(scope, local.Name, declarator).ToList();
        if (writes.Count == 0)
            return declarator.Initializer?.Value;
        var last = writes.LastOrDefault(w => w.SpanStart < use.SpanStart);
        return last is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } } assignment
            && use.Ancestors().Contains(block) && !InLoop(use, declarator) ? assignment.Right : null;
    }

    private static SyntaxNode? ScopeOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static n => n is MemberDeclarationSyntax or CompilationUnitSyntax);

    // A later write of an earlier round may reach the use.
    private static bool InLoop(SyntaxNode use, SyntaxNode declarator) =>
        use.Ancestors().Any(a => a is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax && !a.Span.Contains(declarator.Span));

    private static IEnumerable<SyntaxNode> WritesOf(SyntaxNode scope, string name, VariableDeclaratorSyntax declarator) =>
        scope.DescendantNodes().Where(n => n switch
        {
            AssignmentExpressionSyntax assignment => IsNamed(assignment.Left, name),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } prefix => IsNamed(prefix.Operand, name),
            PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } postfix => IsNamed(postfix.Operand, name),
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => IsNamed(argument.Expression, name),
            _ => false,
        } && n != declarator);

    private static bool IsNamed(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name && target.Parent is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax },
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        TupleExpressionSyntax tuple => tuple.Arguments.Any(a => IsNamed(a.Expression, name)),
        _ => false,
    };
}
