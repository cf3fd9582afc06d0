using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB3000;

/// <summary>GB3002: passes the exception on to the caller, after what the catch does with it.</summary>
/// <remarks>Only where the catch ends in the one return; see <see cref="Rethrowing"/> for where it is not offered.</remarks>
public sealed class CatchReturnsDefaultRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB3002";

    /// <inheritdoc/>
    public string Title => "Rethrow the exception";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        if (context.Root.FindNode(context.Finding.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ReturnStatementSyntax>() is not { Parent: BlockSyntax { Parent: CatchClauseSyntax clause } block } returned
            || block.Statements.Last() != returned
            || block.DescendantNodes().OfType<ReturnStatementSyntax>().Count() != 1
            || clause.Parent is not TryStatementSyntax statement
            || returned.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia))
            || !Rethrowing.IsAllowed(statement, context))
        {
            return [];
        }

        return [new TextChange(returned.Span, "throw;")];
    }
}
