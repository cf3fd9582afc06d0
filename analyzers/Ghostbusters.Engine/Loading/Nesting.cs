using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>How deep a text nests brackets, found without recursion.</summary>
internal static class Nesting
{
    // Brackets within strings and comments count in the first look, so only a suspicious text is cut into tokens.
    private const int Suspicious = 200;

    public static int Deepest(SourceText text)
    {
        int depth = 0, deepest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' or '[' or '{' or '<':
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case ')' or ']' or '}' or '>':
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }
        return deepest <= Suspicious ? deepest : DeepestOfTokens(text);
    }

    /// <summary>Whether no node of a syntax tree has more than so many above it.</summary>
    public static bool IsWithin(SyntaxNode root, int depth)
    {
        var open = new Stack<ChildSyntaxList.Enumerator>();
        open.Push(root.ChildNodesAndTokens().GetEnumerator());
        while (open.TryPop(out var children))
        {
            while (children.MoveNext())
            {
                if (!children.Current.IsNode) continue;
                if (open.Count + 2 > depth) return false;
                open.Push(children);
                children = children.Current.AsNode()!.ChildNodesAndTokens().GetEnumerator();
            }
        }
        return true;
    }

    private static int DeepestOfTokens(SourceText text)
    {
        int depth = 0, deepest = 0;
        foreach (var token in SyntaxFactory.ParseTokens(text.ToString()))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken:
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }
        return deepest;
    }
}
