using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The names that code uses: identifiers where they are not declared, words of strings, and what a directive switches off.</summary>
/// <remarks>A string may be a route, a key or a reflection's target; another configuration compiles what this one does not.</remarks>
internal static class MentionedNames
{
    /// <summary>Every name that the node mentions; comments and documentation are none.</summary>
    /// <param name="node">The code.</param>
    /// <param name="into">False for what is looked at elsewhere: members that are reached by themselves.</param>
    public static IEnumerable<string> In(SyntaxNode node, Func<SyntaxNode, bool>? into = null)
    {
        foreach (var token in node.DescendantTokens(into))
        {
            if (token.HasLeadingTrivia)
            {
                foreach (var word in token.LeadingTrivia.Where(static t => t.IsKind(SyntaxKind.DisabledTextTrivia)).SelectMany(static t => Words(t.ToFullString())))
                    yield return word;
            }

            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                if (token.Parent is SimpleNameSyntax)
                    yield return token.ValueText;
            }
            else if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken)
            {
                foreach (var word in Words(token.ValueText))
                    yield return word;
            }
        }
    }

    /// <summary>What in a text could be an identifier.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]);
            if (isPart && start < 0)
                start = i;
            if (isPart || start < 0)
                continue;
            yield return text.Substring(start, i - start);
            start = -1;
        }
    }
}
