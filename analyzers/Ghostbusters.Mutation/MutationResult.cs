namespace Ghostbusters.Mutation;

/// <summary>What came of it.</summary>
/// <param name="Result">The pseudo-tested methods as findings of GB1012.</param>
/// <param name="Counts">How many methods there were of each kind.</param>
public sealed record MutationResult(AnalysisResult Result, MutationCounts Counts);

/// <summary>Methods by how they fared.</summary>
/// <param name="Found">Methods whose body could be taken away.</param>
/// <param name="Covered">Those of them that a test runs.</param>
/// <param name="Noticed">Covered ones whose loss a test notices.</param>
/// <param name="PseudoTested">Covered ones whose loss no test notices.</param>
/// <param name="Undecided">Covered ones for which the runner gave no count of passed tests.</param>
/// <param name="Untried">Covered ones beyond the most that were to be tried.</param>
/// <param name="Mutants">Mutants that were run.</param>
public sealed record MutationCounts(int Found, int Covered, int Noticed, int PseudoTested, int Undecided, int Untried, int Mutants);
