using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A list of allowed signs that is not held to the whole text: one of them anywhere is enough.</summary>
internal static class OpenPattern
{
    // One class of signs, repeated, and nothing around it.
    private static readonly Regex Shape = new(@"^(\[[^\]\^][^\]]*\]|\\w|\\d)(\+|\*|\{\d+,?\d*\})$", RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly HashSet<string> Verdicts = new(StringComparer.Ordinal) { "valid", "safe", "allowed", "alphanumeric", "clean", "harmless", "sanitized" };

    /// <summary>The pattern, and where it is asked; null where the method does not judge a whole text by one.</summary>
    public static (string Pattern, SyntaxNode Place)? Of(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var words = PascalWords.Of(method.Identifier.ValueText).Select(static w => w.ToLowerInvariant()).ToList();
        if (words.Count < 2 || words[0] is not ("is" or "validate" or "are") || !(words[0] == "validate" || words.Any(Verdicts.Contains)) || words.Any(static w => w is "password" or "contains" or "strength"))
            return null;
        var answer = method.ExpressionBody?.Expression ?? (method.Body?.Statements is { Count: > 0 } statements && statements.Last() is ReturnStatementSyntax { Expression: { } returned } ? returned : null);
        if (answer is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsMatch", Expression: IdentifierNameSyntax { Identifier.ValueText: "Regex" } }, ArgumentList.Arguments: { Count: 2 or 3 } arguments } call
            || model.GetConstantValue(arguments[1].Expression, cancellation).Value is not string pattern || !Shape.IsMatch(pattern))
        {
            return null;
        }

        return (pattern, call);
    }
}
