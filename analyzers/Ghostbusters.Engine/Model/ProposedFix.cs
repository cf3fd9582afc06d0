namespace Ghostbusters.Engine.Model;

/// <summary>A repair that was proved: the changed code compiles, loses exactly this finding and gains none.</summary>
/// <param name="Title">What it does: <c>Await the task</c>.</param>
/// <param name="Edits">To the finding's file, in ascending order, not overlapping.</param>
public sealed record ProposedFix(string Title, ImmutableArray<Edit> Edits);

/// <summary>Replaces a range of the original text.</summary>
public sealed record Edit(SourceRange Range, int Start, int Length, string NewText);
