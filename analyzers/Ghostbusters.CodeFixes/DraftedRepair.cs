using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>What a repair would do about one finding. Whether it holds is for <see cref="RepairProof"/> to say.</summary>
/// <param name="Repair">Which one.</param>
/// <param name="Changes">What it changes in the finding's file, in the order of the places.</param>
public sealed record DraftedRepair(IRepair Repair, ImmutableArray<TextChange> Changes);
