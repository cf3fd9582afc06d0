using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>The names under which a literal is used: of what it is assigned to, passed as, or the fallback of.</summary>
internal static class SecretTarget
{
    private static readonly HashSet<string> PairSetters = new(StringComparer.Ordinal)
        { "Add", "TryAdd", "Set", "UseSetting", "AddOrUpdate", "SetEnvironmentVariable", "WithEnvironment", "Append", "AddHeader", "Create" };

    /// <summary>The names, nearest first.</summary>
    public static IEnumerable<string> NamesOf(LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode node = literal;
        while (true)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or PostfixUnaryExpressionSyntax:
                    node = node.Parent;
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback:
                    if (KeyOf(fallback.Left) is { } key)
                        yield return key;
                    node = fallback;
                    continue;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when IsBytesOf(call):
                    node = call;
                    continue;
                default:
                    if (NameAt(node, model, cancellation) is { } name)
                        yield return name;
                    yield break;
            }
        }
    }

    /// <summary>Whether the call turns a text into bytes: <c>Encoding.GetBytes</c>, <c>Convert.FromBase64String</c>.</summary>
    private static bool IsBytesOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" };

    private static string? NameAt(SyntaxNode value, SemanticModel model, CancellationToken cancellation) => value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } => parameter.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
        ReturnStatementSyntax { Parent.Parent: MethodDeclarationSyntax method } => method.Identifier.ValueText,
        AssignmentExpressionSyntax assignment when assignment.Right == value => KeyOf(assignment.Left),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality => Compared(equality.Left == value ? equality.Right : equality.Left),
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name } => name.Name.Identifier.ValueText,
        AttributeArgumentSyntax argument => NameOf(argument, model, cancellation),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions.Count: 2 } pair when pair.Expressions[1] == value => TextOf(pair.Expressions[0]),
        ArgumentSyntax argument => NameOf(argument, model, cancellation),
        _ => null,
    };

    // A password that is compared with a literal is one; a token that is compared is a parser's.
    private static string? Compared(ExpressionSyntax other) => KeyOf(other) is { } name && SecretName.KindOf(name) == SecretKind.Password ? name : null;

    private static string? NameOf(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.Parent is ArgumentListSyntax { Arguments.Count: 2, Parent: InvocationExpressionSyntax call } list && list.Arguments[1] == argument
            && call.Expression is MemberAccessExpressionSyntax access && PairSetters.Contains(access.Name.Identifier.ValueText))
        {
            return TextOf(list.Arguments[0].Expression);
        }

        if (model.GetOperation(argument, cancellation) is not IArgumentOperation { Parameter: { } parameter })
            return null;

        // The key of a MAC or a signature, whatever the parameter is called.
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type } && IsKeyOf(type, parameter) ? "SecurityKey" : parameter.Name;
    }

    /// <summary>Whether the constructor's parameter is key material.</summary>
    public static bool IsKeyOf(INamedTypeSymbol type, IParameterSymbol parameter) =>
        parameter.Ordinal == 0 && (type.Name == "SymmetricSecurityKey" || (type.Name.StartsWith("HMAC", StringComparison.Ordinal) && type.ContainingNamespace?.Name == "Cryptography"));

    private static string? NameOf(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancellation)
    {
        if (argument.NameEquals is { } property)
            return property.Name.Identifier.ValueText;
        if (argument.NameColon is { } colon)
            return colon.Name.Identifier.ValueText;
        if (argument.Parent is not AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list
            || model.GetSymbolInfo(attribute, cancellation).Symbol is not IMethodSymbol constructor)
        {
            return null;
        }

        var index = list.Arguments.IndexOf(argument);
        return index < constructor.Parameters.Length ? constructor.Parameters[index].Name : null;
    }

    private static string? KeyOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } element => TextOf(element.ArgumentList.Arguments[0].Expression),
        ImplicitElementAccessSyntax { ArgumentList.Arguments.Count: 1 } element => TextOf(element.ArgumentList.Arguments[0].Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call => TextOf(call.ArgumentList.Arguments[0].Expression),
        PostfixUnaryExpressionSyntax suppressed => KeyOf(suppressed.Operand),
        _ => null,
    };

    private static string? TextOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
}
