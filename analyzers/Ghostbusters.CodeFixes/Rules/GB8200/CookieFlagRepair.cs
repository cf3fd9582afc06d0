using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8200;

/// <summary>GB8207: sets the flag of the cookie, or the policy that sets it.</summary>
public sealed class CookieFlagRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB8207";

    /// <inheritdoc/>
    public string Title => "Set the flag";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context) =>
        SwitchedOn.AssignmentAt(context)?.Right is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "CookieSecurePolicy" }, Name: { Identifier.ValueText: "None" } none }
            ? [new TextChange(none.Span, "Always")] : SwitchedOn.ChangesFor(context);
}
