namespace Ghostbusters.Engine.Baselines;

/// <summary>
/// Pairs findings with entries, the surest likeness first. Within one likeness both sides go in a fixed order, so that the
/// pairs do not depend on the order in which findings arrive.
/// </summary>
internal sealed class BaselineMatching(ImmutableArray<BaselineEntry> entries, IReadOnlyList<Finding> findings)
{
    private readonly int[] _remaining = [.. entries.Select(static e => e.Count)];
    private readonly bool[] _isKnown = new bool[findings.Count];

    private readonly int[] _findingsInOrder =
    [
        .. Enumerable.Range(0, findings.Count)
            .Where(i => findings[i].Suppression is null)
            .OrderBy(i => findings[i].Location.Path, StringComparer.Ordinal)
            .ThenBy(i => findings[i].Location.Range.StartLine)
            .ThenBy(i => findings[i].Location.Range.StartColumn)
            .ThenBy(i => findings[i].RuleId, StringComparer.Ordinal)
            .ThenBy(i => findings[i].Fingerprint, StringComparer.Ordinal)
            .ThenBy(i => findings[i].LineHash, StringComparer.Ordinal)
            .ThenBy(i => findings[i].Project, StringComparer.Ordinal),
    ];

    public BaselineComparison Compare()
    {
        Pair(static e => (e.Rule, e.Fingerprint, e.Path, e.LineHash));
        Pair(static e => (e.Rule, e.Fingerprint, e.Path));
        Pair(static e => (e.Rule, e.Fingerprint));
        Pair(static e => (e.Rule, e.Path, e.LineHash));
        return new BaselineComparison(
            [.. findings.Select(WithState)],
            [.. entries.Select((e, i) => e with { Count = _remaining[i] }).Where(static e => e.Count > 0)]);
    }

    private Finding WithState(Finding finding, int index) =>
        finding.Suppression is not null ? finding
        : finding with { BaselineState = _isKnown[index] ? BaselineState.Unchanged : BaselineState.New };

    private void Pair<TKey>(Func<BaselineEntry, TKey> likeness)
        where TKey : notnull
    {
        var open = new Dictionary<TKey, Queue<int>>();
        for (var i = 0; i < entries.Length; i++)
        {
            if (_remaining[i] == 0)
                continue;
            if (!open.TryGetValue(likeness(entries[i]), out var queue))
                open.Add(likeness(entries[i]), queue = new Queue<int>());
            queue.Enqueue(i);
        }

        foreach (var finding in _findingsInOrder)
        {
            if (_isKnown[finding] || !open.TryGetValue(likeness(BaselineEntry.Of(findings[finding])), out var queue) || queue.Count == 0)
                continue;
            _isKnown[finding] = true;
            if (--_remaining[queue.Peek()] == 0)
                queue.Dequeue();
        }
    }
}
