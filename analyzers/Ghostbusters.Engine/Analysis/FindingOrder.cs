namespace Ghostbusters.Engine.Analysis;

/// <summary>The order in which everything is reported, and what makes fingerprints unique in one result.</summary>
internal static class FindingOrder
{
    /// <summary>By path, line, column and rule. A file that two projects share is reported once; equal fingerprints get a number.</summary>
    public static ImmutableArray<Finding> Arrange(IEnumerable<Finding> findings)
    {
        var ordered = findings
            .OrderBy(static f => f.Location.Path, StringComparer.Ordinal)
            .ThenBy(static f => f.Location.Range.StartLine).ThenBy(static f => f.Location.Range.StartColumn)
            .ThenBy(static f => f.Location.Range.EndLine).ThenBy(static f => f.Location.Range.EndColumn)
            .ThenBy(static f => f.RuleId, StringComparer.Ordinal).ThenBy(static f => f.Message, StringComparer.Ordinal)
            .ThenBy(static f => f.Project, StringComparer.Ordinal)
            .DistinctBy(static f => (f.Location, f.RuleId, f.Message));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. ordered.Select(finding =>
        {
            var count = seen[finding.Fingerprint] = seen.GetValueOrDefault(finding.Fingerprint) + 1;
            return count == 1 ? finding : finding with { Fingerprint = $"{finding.Fingerprint}/{count}" };
        })];
    }

    /// <summary>By subject, then reason; each once.</summary>
    public static ImmutableArray<Notice> Arrange(IEnumerable<Notice> notices) =>
        [.. notices.Distinct().OrderBy(static n => n.Subject, StringComparer.Ordinal).ThenBy(static n => n.RuleId, StringComparer.Ordinal).ThenBy(static n => n.Reason, StringComparer.Ordinal)];
}
