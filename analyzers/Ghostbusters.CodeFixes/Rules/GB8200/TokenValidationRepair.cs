using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes.Rules.GB8200;

/// <summary>GB8206: switches the check on.</summary>
public sealed class TokenValidationRepair : IRepair
{
    /// <inheritdoc/>
    public string RuleId => "GB8206";

    /// <inheritdoc/>
    public string Title => "Switch the check on";

    /// <inheritdoc/>
    public ImmutableArray<TextChange> ChangesFor(RepairContext context) => SwitchedOn.ChangesFor(context);
}
