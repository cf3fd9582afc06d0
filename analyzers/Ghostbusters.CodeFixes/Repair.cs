using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>
/// A recovery: how to mend the findings of one rule. It only proposes text changes; whether the changed code compiles,
/// loses exactly this finding and gains none is checked by whoever offers it.
/// </summary>
public interface IRepair
{
    /// <summary>The rule that it mends.</summary>
    string RuleId { get; }

    /// <summary>What it does, as an IDE shows it: <c>Await the task</c>.</summary>
    string Title { get; }

    /// <summary>The changes to the finding's file; empty where this finding cannot be mended safely.</summary>
    ImmutableArray<TextChange> ChangesFor(RepairContext context);
}

/// <summary>What a repair may look at.</summary>
/// <param name="Model">The file that the finding is in.</param>
/// <param name="Root">Its root.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Cancellation">Stops the repair.</param>
public sealed record RepairContext(SemanticModel Model, SyntaxNode Root, Diagnostic Finding, CancellationToken Cancellation);
