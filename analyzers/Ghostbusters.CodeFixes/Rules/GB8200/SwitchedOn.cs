using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8200;

/// <summary>Turns the literal <c>false</c> that a flagged assignment sets into <c>true</c>.</summary>
internal static class SwitchedOn
{
    /// <summary>The change; empty where the finding is no assignment of the literal.</summary>
    public static ImmutableArray<TextChange> ChangesFor(RepairContext context) => AssignmentAt(context) is { Right: { RawKind: (int)SyntaxKind.FalseLiteralExpression } value }
        ? [new TextChange(value.Span, "true")] : [];

    /// <summary>The assignment that was found; null where the finding is something else.</summary>
    public static AssignmentExpressionSyntax? AssignmentAt(RepairContext context) =>
        context.Root.FindNode(context.Finding.Location.SourceSpan, getInnermostNodeForTie: true) as AssignmentExpressionSyntax;
}
