namespace Ghostbusters.Engine.Analysis;

/// <summary>Adds up what the rules cost.</summary>
internal static class RuleTimings
{
    /// <summary>By rule, the dearest first.</summary>
    public static ImmutableArray<RuleTiming> Sum(IEnumerable<RuleTiming> timings) =>
        [.. timings.GroupBy(static t => t.RuleId, static t => t.Time)
            .Select(static g => new RuleTiming(g.Key, g.Aggregate(TimeSpan.Zero, static (a, b) => a + b)))
            .OrderByDescending(static t => t.Time).ThenBy(static t => t.RuleId, StringComparer.Ordinal)];
}
