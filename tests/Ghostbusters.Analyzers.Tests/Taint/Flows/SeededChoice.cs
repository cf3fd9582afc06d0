namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>Choices that follow from a seed alone, on every machine and every runtime (SplitMix64).</summary>
internal sealed class SeededChoice(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>A number from 0 up to, but without, this one.</summary>
    public int Below(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }

    /// <summary>One of these.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>These in another order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var left = items.ToList();
        var shuffled = new List<T>();
        while (left.Count > 0)
        {
            var at = Below(left.Count);
            shuffled.Add(left[at]);
            left.RemoveAt(at);
        }

        return shuffled;
    }
}
