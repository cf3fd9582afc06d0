using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Bytes that are the same at every run: literals, encoded texts, zeros that nobody fills.</summary>
internal static class ConstantBytes
{
    /// <summary>What the bytes are; null where they may differ.</summary>
    public static string? Describe(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation, int depth = 0)
    {
        if (depth > 4)
            return null;
        var origin = ValueOrigin.Of(value, model, cancellation);
        return origin switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => IsAll(initializer.Expressions) ? "constant bytes" : null,
            ImplicitArrayCreationExpressionSyntax array => IsAll(array.Initializer.Expressions) ? "constant bytes" : null,
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer => IsAll(initializer.Expressions) ? "constant bytes" : null,
            CollectionExpressionSyntax collection => collection.Elements.Count > 0 && collection.Elements.All(static e => e is ExpressionElementSyntax { Expression: var element } && IsConstant(element)) ? "constant bytes" : null,
            ArrayCreationExpressionSyntax array => IsNeverFilled(array, value) ? "all zeros" : null,
            LiteralExpressionSyntax { Token.Value: string { Length: > 0 } } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression } => "a constant text",
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call when ApiUse.Of(call)?.Member is "GetBytes" or "FromBase64String" or "FromHexString" or "ParseHex" or "HexToBytes" or "StringToByteArray" or "HexStringToByteArray" =>
                ApiUse.Of(call)!.Receiver?.ToString() is { } receiver && (receiver.IndexOf("rng", StringComparison.OrdinalIgnoreCase) >= 0 || receiver.IndexOf("Random", StringComparison.OrdinalIgnoreCase) >= 0) ? null : IsText(arguments[0].Expression, model, cancellation) ? "a constant text" : null,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" or "Reverse" or "AsSpan" or "ToBytes" or "Clone", Expression: var inner } } => Describe(inner, model, cancellation, depth + 1),
            _ => null,
        };
    }

    private static bool IsText(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        value.SyntaxTree == model.SyntaxTree ? ValueOrigin.ConstantOf(value, model, cancellation) is string { Length: > 0 } : value is LiteralExpressionSyntax;

    private static bool IsAll(SeparatedSyntaxList<ExpressionSyntax> values) => values.Count > 0 && values.All(IsConstant);

    private static bool IsConstant(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => true,
        CastExpressionSyntax cast => IsConstant(cast.Expression),
        PrefixUnaryExpressionSyntax minus => IsConstant(minus.Operand),
        _ => false,
    };

    // A buffer is filled where anything but the reading of it happens: it is passed on, or an element is written.
    private static bool IsNeverFilled(ArrayCreationExpressionSyntax array, ExpressionSyntax use)
    {
        if (array.Span == use.Span)
            return true;
        if (array.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable })
            return false;
        SyntaxNode? scope = variable.Parent?.Parent is FieldDeclarationSyntax field ? field.Parent : array.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return scope is not null && !scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == variable.Identifier.ValueText && n.Span != use.Span && !use.Span.Contains(n.Span) && MayFill(n));
    }

    private static bool MayFill(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when ApiUse.Of(call)?.Member is "CreateEncryptor" or "CreateDecryptor" or "EncryptCbc" or "DecryptCbc" or "EncryptCfb" or "DecryptCfb" => false,
        AssignmentExpressionSyntax assignment when assignment.Right == name => false,
        _ => true,
    };
}
