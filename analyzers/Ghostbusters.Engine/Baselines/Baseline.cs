namespace Ghostbusters.Engine.Baselines;

/// <summary>Findings that are known and accepted, so that only new ones count.</summary>
/// <remarks>
/// Findings that the code itself suppresses are left out: when the suppression goes, the finding is new.
/// Entries are a multiset: of two equal findings with one in the baseline, one is new.
/// </remarks>
public sealed class Baseline
{
    /// <summary>A baseline of these entries; equal ones are merged.</summary>
    /// <exception cref="OverflowException">Equal entries together count more than an <see cref="int"/> holds.</exception>
    public Baseline(IEnumerable<BaselineEntry> entries) =>
        Entries =
        [
            .. entries
                .GroupBy(static e => e with { Count = 0 })
                .Select(static g => g.Key with { Count = g.Sum(static e => e.Count) })
                .OrderBy(static e => e.Path, StringComparer.Ordinal)
                .ThenBy(static e => e.Rule, StringComparer.Ordinal)
                .ThenBy(static e => e.Fingerprint, StringComparer.Ordinal)
                .ThenBy(static e => e.LineHash, StringComparer.Ordinal),
        ];

    /// <summary>Merged and in ordinal order of path, rule, fingerprint and line hash.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <summary>The baseline that accepts these findings.</summary>
    public static Baseline Of(IEnumerable<Finding> findings) =>
        new(findings.Where(static f => f.Suppression is null).Select(BaselineEntry.Of));

    /// <summary>
    /// Marks each finding new or unchanged. A finding is looked for by its fingerprint, first in its own file; what is left
    /// by its rule, file and line hash, for code that was changed in a way that gave it another fingerprint.
    /// </summary>
    /// <param name="findings">In any order; the answer does not depend on it.</param>
    public BaselineComparison Compare(IReadOnlyList<Finding> findings) => new BaselineMatching(Entries, findings).Compare();
}

/// <summary>A known finding.</summary>
/// <param name="Rule">Its rule's id.</param>
/// <param name="Path">Relative to the analysed root, with <c>/</c>.</param>
/// <param name="Fingerprint">See <see cref="Finding.Fingerprint"/>.</param>
/// <param name="LineHash">See <see cref="Finding.LineHash"/>.</param>
/// <param name="Count">How many such findings are known; at least one.</param>
public sealed record BaselineEntry(string Rule, string Path, string Fingerprint, string LineHash, int Count)
{
    internal static BaselineEntry Of(Finding finding) =>
        new(finding.RuleId, finding.Location.Path, finding.Fingerprint, finding.LineHash, 1);
}

/// <summary>How findings stand to a baseline.</summary>
/// <param name="Findings">
/// In the order they came in, each with its state; those that the code suppresses are not compared and stay as they were.
/// </param>
/// <param name="Absent">
/// Entries that no longer occur, with how often they are missing. The baseline of the unchanged findings is without them.
/// </param>
public sealed record BaselineComparison(ImmutableArray<Finding> Findings, ImmutableArray<BaselineEntry> Absent)
{
    /// <summary>How many known findings no longer occur.</summary>
    public long AbsentCount => Absent.Sum(static e => (long)e.Count);
}
