using System.Collections;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>
/// The objects of a state by number: a persistent tree of sixteen branches a node. A state shares what it did not change with
/// the one that it came from, so that two states are compared and joined by their differences alone.
/// </summary>
internal sealed class Heap : IEnumerable<KeyValuePair<int, HeapObject>>
{
    private const int Bits = 4;
    private const int Branches = 1 << Bits;
    private const int Uncounted = -1;

    private readonly object?[] _root;
    private readonly int _shift;
    private int _count;

    private Heap(object?[] root, int shift, int count = Uncounted) => (_root, _shift, _count) = (root, shift, count);

    /// <summary>No object.</summary>
    public static Heap Empty { get; } = new(new object?[Branches], 0, 0);

    /// <summary>How many objects there are; takes a walk where the heap was joined.</summary>
    public int Count => _count == Uncounted ? _count = this.Count() : _count;

    /// <summary>The object of a number.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HeapObject this[int id] => TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"No object {id}.");

    /// <summary>Whether there is an object of this number.</summary>
    public bool ContainsKey(int id) => TryGetValue(id, out _);

    /// <summary>Looks for the object of a number.</summary>
    public bool TryGetValue(int id, out HeapObject found)
    {
        found = null!;
        if (id >> _shift >= Branches)
            return false;
        var node = _root;
        for (var shift = _shift; shift > 0; shift -= Bits)
        {
            if (node[(id >> shift) & (Branches - 1)] is not object?[] next)
                return false;
            node = next;
        }

        if (node[id & (Branches - 1)] is not HeapObject there)
            return false;
        found = there;
        return true;
    }

    /// <summary>The same with one object more, or another one in its place.</summary>
    public Heap SetItem(int id, HeapObject value)
    {
        var (root, shift) = (_root, _shift);
        for (; id >> shift >= Branches; shift += Bits)
            root = Above(root);
        return new Heap(Set(root, shift, id, value), shift, _count == Uncounted || ContainsKey(id) ? _count : _count + 1);
    }

    /// <summary>The same without one object.</summary>
    public Heap Remove(int id) => ContainsKey(id) ? new Heap(Set(_root, _shift, id, null), _shift, _count == Uncounted ? _count : _count - 1) : this;

    /// <summary>The objects of either; those of both as <see cref="HeapObject.Join"/> says.</summary>
    public Heap Join(Heap other)
    {
        var (mine, its, shift) = Level(other);
        var joined = Join(mine, its, shift);
        return ReferenceEquals(joined, mine) && shift == _shift ? this : new Heap(joined, shift);
    }

    /// <summary>Whether every object of the other is here, and may be here all that it may be there.</summary>
    public bool Covers(Heap other)
    {
        var (mine, its, shift) = Level(other);
        return Covers(mine, its, shift);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<int, HeapObject>> GetEnumerator() => Walk(_root, _shift, 0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private (object?[] Mine, object?[] Its, int Shift) Level(Heap other)
    {
        var (mine, its) = (_root, other._root);
        for (var shift = _shift; shift < other._shift; shift += Bits)
            mine = Above(mine);
        for (var shift = other._shift; shift < _shift; shift += Bits)
            its = Above(its);
        return (mine, its, Math.Max(_shift, other._shift));
    }

    private static object?[] Above(object?[] root)
    {
        var above = new object?[Branches];
        above[0] = root;
        return above;
    }

    private static object?[] Set(object?[]? node, int shift, int id, HeapObject? value)
    {
        var copy = node is null ? new object?[Branches] : (object?[])node.Clone();
        var at = (id >> shift) & (Branches - 1);
        copy[at] = shift == 0 ? value : Set((object?[]?)copy[at], shift - Bits, id, value);
        return copy;
    }

    private static object?[] Join(object?[] mine, object?[] its, int shift)
    {
        var joined = mine;
        for (var i = 0; i < Branches; i++)
        {
            if (its[i] is not { } that || ReferenceEquals(mine[i], that))
                continue;
            var both = mine[i] is not { } own ? that : shift == 0 ? ((HeapObject)own).Join((HeapObject)that) : Join((object?[])own, (object?[])that, shift - Bits);
            if (ReferenceEquals(both, mine[i]))
                continue;
            if (ReferenceEquals(joined, mine))
                joined = (object?[])mine.Clone();
            joined[i] = both;
        }

        return joined;
    }

    private static bool Covers(object?[] mine, object?[] its, int shift)
    {
        for (var i = 0; i < Branches; i++)
        {
            if (its[i] is not { } that || ReferenceEquals(mine[i], that))
                continue;
            if (mine[i] is not { } own)
            {
                if (shift == 0 || Walk((object?[])that, shift - Bits, 0).Any())
                    return false;
            }
            else if (!(shift == 0 ? ((HeapObject)own).Covers((HeapObject)that) : Covers((object?[])own, (object?[])that, shift - Bits)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<KeyValuePair<int, HeapObject>> Walk(object?[] node, int shift, int first)
    {
        for (var i = 0; i < Branches; i++)
        {
            var id = first + (i << shift);
            if (node[i] is HeapObject here)
                yield return new KeyValuePair<int, HeapObject>(id, here);
            else if (node[i] is object?[] below)
            {
                foreach (var pair in Walk(below, shift - Bits, id))
                    yield return pair;
            }
        }
    }
}
