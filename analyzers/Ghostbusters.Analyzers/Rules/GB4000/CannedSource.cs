using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Members that make their data up: from literals, random numbers and what they are given, and from nothing that could know.</summary>
internal static class CannedSource
{
    // What may be called without learning anything of the world.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "Next", "NextDouble", "NextSingle", "NextInt64", "NewGuid", "Add", "AddRange", "AddDays", "AddHours", "AddMinutes", "AddMonths", "AddYears", "FromResult", "Delay", "Sleep", "Range", "Repeat",
        "Select", "Where", "ToList", "ToArray", "ToDictionary", "AsQueryable", "Parse", "Format", "ToString", "Join", "Concat", "Round", "Max", "Min", "FromDays", "FromHours", "FromMinutes",
        "FromSeconds", "Create", "Contains", "ToLower", "ToLowerInvariant", "ToUpper", "Substring", "Trim", "ConfigureAwait", "Sin", "Cos", "Abs", "Append", "AppendLine", "First", "FirstOrDefault",
        "Shuffle", "GetItems", "Serialize", "SerializeObject", "nameof", "FromHexString", "FromBase64String", "GetBytes", "Take", "Skip",
    };

    /// <summary>Whether the member that a name stands for is declared in source and makes its data up.</summary>
    public static bool IsDeclaredBy(ISymbol symbol, Artificiality name, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.Length == 1 && BodyOf(symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation)) is { } body && IsMadeUp(body, name);

    private static SyntaxNode? BodyOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
        PropertyDeclarationSyntax property => property.Initializer ?? (SyntaxNode?)property.ExpressionBody ?? property.AccessorList,
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        _ => null,
    };

    private static bool IsMadeUp(SyntaxNode body, Artificiality name)
    {
        var (hasText, hasNumber, hasData) = (false, false, false);
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when !Harmless.Contains(AnswerPath.NameOf(call)) && ArtificialName.Of(AnswerPath.NameOf(call)) == Artificiality.None:
                case ThrowStatementSyntax or ThrowExpressionSyntax:
                    return false;
                case BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax:
                    hasData = true;
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText.Length: > 1 }:
                    hasText = true;
                    break;
                case InterpolatedStringExpressionSyntax:
                    hasText = true;
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression }:
                    hasNumber = true;
                    break;
            }
        }

        return name == Artificiality.Strong ? hasText || (hasNumber && hasData) : hasText && hasData;
    }
}
