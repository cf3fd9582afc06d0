using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8200;

/// <summary>GB8218: lets failures count, or new accounts be locked.</summary>
public sealed class LockoutRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB8218";

    /// <inheritdoc/>
    public string Title => "Lock after failures";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context) => context.Root.FindNode(context.Finding.Location.SourceSpan) is ArgumentSyntax { Expression: { RawKind: (int)SyntaxKind.FalseLiteralExpression } value }
        ? [new TextChange(value.Span, "true")] : SwitchedOn.ChangesFor(context);
}
