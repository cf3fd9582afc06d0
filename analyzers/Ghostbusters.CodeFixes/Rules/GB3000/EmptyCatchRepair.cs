using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB3000;

/// <summary>GB3003: passes the exception on to the caller.</summary>
/// <remarks>
/// Not offered where an exception would do more than reach the caller: it ends the process (async void, finalizers),
/// breaks a contract (Try methods, Dispose, Equals, type initializers), or comes out of a later call (iterators).
/// </remarks>
public sealed class EmptyCatchRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB3003";

    /// <inheritdoc/>
    public string Title => "Rethrow the exception";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var clause = context.Root.FindToken(context.Finding.Location.SourceSpan.Start).Parent as CatchClauseSyntax;
        if (clause?.Parent is not TryStatementSyntax statement || !Rethrowing.IsAllowed(statement, context) || !EndIsReachable(statement, context))
            return [];

        var block = clause.Block;
        var isOneLine = block.ToString().IndexOf('\n') < 0;
        if (block.Statements.Count > 0)
            return block.Statements.Count == 1 ? [new TextChange(block.Statements[0].Span, "throw;")] : [];
        if (isOneLine && !block.OpenBraceToken.TrailingTrivia.Any(IsComment) && !block.CloseBraceToken.LeadingTrivia.Any(IsComment))
            return [new TextChange(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart), " throw; ")];
        if (isOneLine)
            return [new TextChange(new TextSpan(block.CloseBraceToken.SpanStart, 0), "throw; ")];

        var text = context.Root.SyntaxTree.GetText(context.Cancellation);
        var line = text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, block.CloseBraceToken.SpanStart));
        if (indent.Trim().Length > 0)
            return []; // Something stands before the brace on its line.
        var end = text.ToString(TextSpan.FromBounds(text.Lines[line.LineNumber - 1].End, line.Start));
        return [new TextChange(new TextSpan(line.Start, 0), indent + Indentation.LevelOf(text) + "throw;" + end)];
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    // Where only the catch leads on, `throw;` would leave dead code behind.
    private static bool EndIsReachable(TryStatementSyntax statement, RepairContext context) =>
        context.Model.AnalyzeControlFlow(statement.Block) is { Succeeded: true, EndPointIsReachable: true };
}
