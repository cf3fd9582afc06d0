namespace Ghostbusters.Engine.Analysis;

/// <summary>A factor of the score: what the findings of one rule and severity, or the gaps, leave of it.</summary>
/// <param name="RuleId">The rule; null for the gaps.</param>
/// <param name="Severity">Of the findings; null for the gaps.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Precision">The rule's, from 0 to 1; 1 for the gaps.</param>
/// <param name="Factor">From 0 to 1.</param>
public sealed record ScorePart(string? RuleId, Severity? Severity, int Count, double Precision, double Factor);
