using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8200;

/// <summary>GB8210: takes the old version out of an alternative, or names TLS 1.2 where it stands alone.</summary>
public sealed class ObsoleteTlsRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB8210";

    /// <inheritdoc/>
    public string Title => "Allow TLS 1.2 and newer only";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context)
    {
        if (context.Root.FindNode(context.Finding.Location.SourceSpan, getInnermostNodeForTie: true) is not MemberAccessExpressionSyntax version)
            return [];
        if (version.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } both)
            return [new TextChange(version.Name.Span, "Tls12")];

        // Comments between the two would go with it.
        if (both.DescendantTrivia().Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)))
            return [];
        return both.Left == version
            ? [new TextChange(TextSpan.FromBounds(version.SpanStart, both.Right.SpanStart), "")]
            : [new TextChange(TextSpan.FromBounds(both.Left.Span.End, version.Span.End), "")];
    }
}
