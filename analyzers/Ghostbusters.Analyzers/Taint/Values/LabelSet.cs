using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>The labels of a value, at most one of each key, in the order of the keys.</summary>
internal sealed class LabelSet : IEquatable<LabelSet>
{
    // A text that is put together from more is tainted all the same: what is left out only shortens the list of its sources.
    private const int Most = 12;

    private readonly ImmutableArray<Label> _labels;

    private LabelSet(ImmutableArray<Label> labels) => _labels = labels;

    /// <summary>No label.</summary>
    public static LabelSet None { get; } = new([]);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _labels.IsEmpty;

    /// <summary>The labels.</summary>
    public ImmutableArray<Label> All => _labels;

    /// <summary>One label.</summary>
    public static LabelSet Of(Label label) => new([label]);

    /// <summary>The labels of either. What is safe on one way only is not safe.</summary>
    public LabelSet Union(LabelSet other)
    {
        if (other._labels.IsEmpty || ReferenceEquals(this, other))
            return this;
        if (_labels.IsEmpty)
            return other;
        var merged = ImmutableArray.CreateBuilder<Label>();
        int i = 0, j = 0;
        while (i < _labels.Length || j < other._labels.Length)
        {
            var order = i == _labels.Length ? 1 : j == other._labels.Length ? -1 : _labels[i].Key.CompareTo(other._labels[j].Key);
            if (order < 0)
                merged.Add(_labels[i++]);
            else if (order > 0)
                merged.Add(other._labels[j++]);
            else
                merged.Add(Weaker(_labels[i++], other._labels[j++]));
        }

        var result = new LabelSet(merged.Count > Most ? [.. merged.Take(Most)] : merged.ToImmutable());
        return result.Equals(this) ? this : result;
    }

    /// <summary>Every label changed. Those that get one key fall together.</summary>
    public LabelSet Select(Func<Label, Label> change)
    {
        if (_labels.IsEmpty)
            return this;
        var result = None;
        foreach (var label in _labels)
            result = result.Union(Of(change(label)));
        return result;
    }

    /// <summary>The labels that are not safe for any of these sinks.</summary>
    public IEnumerable<Label> UnsafeFor(SinkKinds kind) => _labels.Where(l => (l.Safe & kind) != kind);

    /// <summary>Whether every label of the other is here, and no safer here than there.</summary>
    public bool Covers(LabelSet other)
    {
        if (other._labels.IsEmpty || ReferenceEquals(this, other))
            return true;
        foreach (var label in other._labels)
        {
            if (!_labels.Any(l => l.Key == label.Key && (l.Safe & ~label.Safe) == 0))
                return _labels.Length >= Most;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) => other is not null && _labels.SequenceEqual(other._labels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _labels.Aggregate(17, static (hash, label) => (hash * 31) + label.GetHashCode());

    private static Label Weaker(Label a, Label b)
    {
        // What is made of two texts is not safe because one of them is.
        var safe = a.Safe & b.Safe;
        var weaker = safe == a.Safe ? a : safe == b.Safe ? b : a with { Safe = safe };
        return Equals(a.Origin, b.Origin) ? weaker : weaker with { Origin = null };
    }
}
