namespace Ghostbusters.Engine.Analysis;

/// <summary>How far an analysis is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Steps of the phase that are done: projects, findings, repairs.</param>
/// <param name="Total">Its steps in all; 0 while they are not known.</param>
/// <param name="Subject">What is in work: a project, a folder.</param>
/// <param name="Fraction">How much of the whole is done, from 0 to 1; an estimate that never falls and ends at 1.</param>
public readonly record struct AnalysisProgress(AnalysisPhase Phase, int Done, int Total, string Subject, double Fraction);
