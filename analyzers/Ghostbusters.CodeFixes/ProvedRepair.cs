using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>A repair that was tried and holds.</summary>
/// <param name="Repair">Which one.</param>
/// <param name="Changes">What it changes in the finding's file, in the order of the places.</param>
public sealed record ProvedRepair(IRepair Repair, ImmutableArray<TextChange> Changes);
