namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// How far the code's claims can be trusted, from 0 to 1.
/// Each open finding takes away a share of what trust is left: 10 % an error, 4 % a warning, 1 % a note, times the
/// precision that was measured for its rule; each gap in the analysis (a reference that is missing, a rule that failed)
/// takes 1 %; and the whole is multiplied by the share of files that was analysed.
/// So it is 1 only when everything was analysed and nothing was found, more or worse findings never raise it, code that
/// was not analysed lowers it, and neither order nor unrelated code matter. Nothing to analyse has no score.
/// </summary>
public static class ConfidenceScore
{
    private const double GapWeight = 0.01;

    /// <summary>The score of a result.</summary>
    /// <param name="open">The findings that count.</param>
    /// <param name="notices">What was not analysed; those that do not make the result partial do not count.</param>
    /// <param name="coverage">How much was analysed.</param>
    /// <param name="precisionOf">The measured precision of a rule, from 0 to 1.</param>
    public static double? Of(IEnumerable<Finding> open, IEnumerable<Notice> notices, Coverage coverage, Func<string, double> precisionOf)
    {
        if (coverage.FilesFound == 0)
            return null;

        // Sorted, so that rounding does not depend on the order of the findings.
        var gaps = notices.Where(static n => n.IsPartial).Select(static _ => 1 - GapWeight);
        var trust = open.Select(f => 1 - Weight(f.Severity) * precisionOf(f.RuleId)).Concat(gaps).Order().Aggregate(1.0, static (a, b) => a * b);
        // The share first: where everything was analysed it is exactly 1, however many files there are.
        return trust * ((double)coverage.FilesAnalysed / coverage.FilesFound);
    }

    /// <summary>What the score is made of beside the share of files, the greatest losses first.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<ScorePart> PartsOf(IEnumerable<Finding> open, IEnumerable<Notice> notices, Func<string, double> precisionOf)
    {
        var parts = open.GroupBy(static f => (f.RuleId, f.Severity))
            .Select(g => (Key: g.Key, Count: g.Count(), Precision: precisionOf(g.Key.RuleId)))
            .Select(static g => new ScorePart(g.Key.RuleId, g.Key.Severity, g.Count, g.Precision, Math.Pow(1 - Weight(g.Key.Severity) * g.Precision, g.Count))).ToList();
        if (notices.Count(static n => n.IsPartial) is > 0 and var gaps)
            parts.Add(new ScorePart(null, null, gaps, 1, Math.Pow(1 - GapWeight, gaps)));
        return [.. parts.OrderBy(static p => p.Factor).ThenBy(static p => p.RuleId, StringComparer.Ordinal)];
    }

    private static double Weight(Severity severity) => severity switch
    {
        Severity.Error => 0.10,
        Severity.Warning => 0.04,
        Severity.Note => 0.01,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Unknown severity."),
    };
}
