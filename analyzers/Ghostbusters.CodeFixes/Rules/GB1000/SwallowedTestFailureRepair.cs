using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB1000;

/// <summary>GB1004: lets the exception go on at the end of the catch.</summary>
/// <remarks>
/// Not offered where the try holds an <c>Assert.Fail</c> or expects an exception otherwise: there the catch is also for what the
/// subject has to throw, and a rethrow would fail the test for being right.
/// </remarks>
public sealed class SwallowedTestFailureRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB1004";

    /// <inheritdoc/>
    public string Title => "Let the assertion's exception go on";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        var clause = context.Root.FindToken(context.Finding.AdditionalLocations.Last().SourceSpan.Start).Parent as CatchClauseSyntax;
        if (clause?.Parent is not TryStatementSyntax statement || clause.Block.Statements.Count == 0 || ExpectsException(statement) || Leaves(clause.Block)
            || statement.Ancestors().Any(static a => a is FinallyClauseSyntax)
            || context.Model.AnalyzeControlFlow(statement.Block) is not { Succeeded: true, EndPointIsReachable: true })
        {
            return [];
        }

        var text = context.Root.SyntaxTree.GetText(context.Cancellation);
        var last = clause.Block.Statements.Last();
        var line = text.Lines.GetLineFromPosition(last.SpanStart);
        var end = text.Lines.GetLineFromPosition(last.Span.End);
        if (end.LineNumber >= text.Lines.GetLineFromPosition(clause.Block.CloseBraceToken.SpanStart).LineNumber)
            return [new TextChange(new TextSpan(last.Span.End, 0), " throw;")];
        var indent = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        var lineBreak = text.ToString(TextSpan.FromBounds(end.End, end.EndIncludingLineBreak));
        return indent.Trim().Length > 0 ? [] : [new TextChange(new TextSpan(end.EndIncludingLineBreak, 0), indent + "throw;" + lineBreak)];
    }

    private static bool ExpectsException(TryStatementSyntax statement) => statement.Block.DescendantNodes().Any(static n =>
        n is ThrowStatementSyntax || (n is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Fail" } } call
            && call.FirstAncestorOrSelf<IfStatementSyntax>() is null));

    // A jump or a return out of the catch: `throw;` behind it would be dead code.
    private static bool Leaves(BlockSyntax block) => block.DescendantNodes().Any(static n =>
        n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);
}
