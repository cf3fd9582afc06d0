using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>How deep a text nests.</summary>
internal static class Nesting
{
    /// <summary>How many brackets a text opens, in code, strings and comments alike: nothing in it nests deeper than that.</summary>
    public static int Opened(SourceText text)
    {
        var opened = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{' or '<') opened++;
        }
        return opened;
    }

    /// <summary>How many lines start with <c>#</c>.</summary>
    public static int Directives(SourceText text)
    {
        var directives = 0;
        var isStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isStart && c == '#') directives++;
            isStart = c is '\n' or '\r' || (isStart && char.IsWhiteSpace(c));
        }
        return directives;
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

    /// <summary>The cases of the widest switch, where there can be more than <paramref name="interesting"/> of them at all.</summary>
    public static int WidestSwitch(SyntaxNode root, SourceText text, int interesting)
    {
        // The shortest arm has four characters.
        if (text.Length < interesting * 4) return 0;
        var widest = 0;
        foreach (var node in root.DescendantNodes())
        {
            widest = Math.Max(widest, node switch
            {
                SwitchStatementSyntax statement => statement.Sections.Sum(static section => section.Labels.Count),
                SwitchExpressionSyntax expression => expression.Arms.Count,
                _ => 0,
            });
        }
        return widest;
    }

    /// <summary>How deep the tokens of a text nest. Type arguments count, because the parser recurses over them unguarded.</summary>
    public static int OfTokens(SourceText text, CSharpParseOptions options)
    {
        int brackets = 0, angles = 0, deepest = 0;
        foreach (var token in SyntaxFactory.ParseTokens(text.ToString(), options: options))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken or SyntaxKind.AmpersandAmpersandToken or SyntaxKind.BarBarToken:
                    angles = 0; // What was open there compared and named no type.
                    if (token.IsKind(SyntaxKind.OpenBraceToken)) brackets++;
                    if (token.IsKind(SyntaxKind.CloseBraceToken)) brackets = Math.Max(0, brackets - 1);
                    break;
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken:
                    brackets++;
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken:
                    brackets = Math.Max(0, brackets - 1);
                    break;
                case SyntaxKind.LessThanToken:
                    angles++;
                    break;
                case SyntaxKind.GreaterThanToken:
                    angles = Math.Max(0, angles - 1);
                    break;
                case SyntaxKind.InterpolatedStringToken:
                    // One token here, whatever its holes hold.
                    deepest = Math.Max(deepest, brackets + Opened(SourceText.From(token.Text)));
                    break;
            }
            deepest = Math.Max(deepest, brackets + angles);
        }
        return deepest;
    }
}
