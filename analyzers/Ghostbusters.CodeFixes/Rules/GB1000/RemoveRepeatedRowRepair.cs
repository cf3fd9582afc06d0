using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB1000;

/// <summary>
/// GB1010: removes the row that repeats another. Offered only where the row is an attribute on lines of its own, or an element
/// of a list, and where no comment would go with it.
/// </summary>
public sealed class RemoveRepeatedRowRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB1010";

    /// <inheritdoc/>
    public string Title => "Remove the repeated row";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var span = context.Finding.Location.SourceSpan;
        var node = context.Root.FindNode(span, getInnermostNodeForTie: true);
        var row = node.AncestorsAndSelf().TakeWhile(n => n.Span == span).LastOrDefault(static n => n is AttributeSyntax || n.Parent is AttributeArgumentListSyntax or InitializerExpressionSyntax or CollectionExpressionSyntax or AttributeListSyntax);
        var text = context.Root.SyntaxTree.GetText(context.Cancellation);
        return row switch
        {
            AttributeSyntax { Parent: AttributeListSyntax { Attributes.Count: 1 } list } => Remove(list, list.FullSpan, list.GetFirstToken(), list.GetLastToken(), text),
            AttributeSyntax { Parent: AttributeListSyntax list } attribute => RemoveFrom(list.Attributes.GetWithSeparators(), attribute, text),
            AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax arguments } argument => RemoveFrom(arguments.Arguments.GetWithSeparators(), argument, text),
            ExpressionSyntax { Parent: InitializerExpressionSyntax elements } => RemoveFrom(elements.Expressions.GetWithSeparators(), row, text),
            CollectionElementSyntax { Parent: CollectionExpressionSyntax elements } => RemoveFrom(elements.Elements.GetWithSeparators(), row, text),
            _ => [],
        };
    }

    // With the comma behind it; the last one with the comma before it.
    private static ImmutableArray<TextChange> RemoveFrom(SyntaxNodeOrTokenList list, SyntaxNode row, SourceText text)
    {
        var at = list.IndexOf(row);
        if (at + 1 < list.Count)
            return Remove(row, row.FullSpan, row.GetFirstToken(), list[at + 1].AsToken(), text);
        if (at == 0)
            return [];
        var comma = list[at - 1].AsToken();
        return HasComment(comma.TrailingTrivia) || HasComment(comma.LeadingTrivia) || HasComment(row.GetLeadingTrivia()) || row.DescendantTrivia().Any(IsComment)
            ? [] : [new TextChange(TextSpan.FromBounds(comma.SpanStart, row.Span.End), "")];
    }

    private static ImmutableArray<TextChange> Remove(SyntaxNode node, TextSpan full, SyntaxToken first, SyntaxToken last, SourceText text)
    {
        var span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
        if (node.DescendantTrivia(full).Any(IsComment) || HasComment(last.TrailingTrivia) || HasComment(last.LeadingTrivia))
            return [];
        var startLine = text.Lines.GetLineFromPosition(span.Start);
        var endLine = text.Lines.GetLineFromPosition(span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(startLine.Start, span.Start))) && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(span.End, endLine.End)));
        if (isAlone)
            return [new TextChange(TextSpan.FromBounds(startLine.Start, endLine.EndIncludingLineBreak), "")];
        var end = span.End;
        while (end < endLine.End && text[end] == ' ')
            end++;
        return [new TextChange(TextSpan.FromBounds(span.Start, end), "")];
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(IsComment);

    // Directives count: what stands between #if and #endif is not there for every platform.
    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
