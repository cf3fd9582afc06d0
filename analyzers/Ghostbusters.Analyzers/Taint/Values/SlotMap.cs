using System.Collections;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>
/// The slots of an object, in the order in which they were first written: an array that a write copies. Objects have few slots,
/// and there are a great many objects: an array is read faster than any tree, and is one allocation.
/// </summary>
internal sealed class SlotMap : IEnumerable<KeyValuePair<object, Value>>
{
    private readonly Slot[] _slots;

    private SlotMap(Slot[] slots) => _slots = slots;

    /// <summary>No slots.</summary>
    public static SlotMap Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _slots.Length;

    /// <summary>The slots' names: members and variables by symbol, elements by index or key.</summary>
    public IEnumerable<object> Keys => _slots.Select(static s => s.Key);

    /// <summary>What they hold.</summary>
    public IEnumerable<Value> Values => _slots.Select(static s => s.Value);

    /// <summary>What a slot holds.</summary>
    /// <exception cref="KeyNotFoundException">There is no such slot.</exception>
    public Value this[object key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No slot {key}.");

    /// <summary>These slots, whose names differ.</summary>
    public static SlotMap Of(IEnumerable<(object Key, Value Value)> slots) =>
        new([.. slots.Select(static s => new Slot(SlotComparer.Instance.GetHashCode(s.Key), s.Key, s.Value))]);

    /// <summary>Whether there is such a slot.</summary>
    public bool ContainsKey(object key) => IndexOf(SlotComparer.Instance.GetHashCode(key), key) >= 0;

    /// <summary>Looks for a slot.</summary>
    public bool TryGetValue(object key, out Value value)
    {
        var at = IndexOf(SlotComparer.Instance.GetHashCode(key), key);
        value = at < 0 ? null! : _slots[at].Value;
        return at >= 0;
    }

    /// <summary>The same with one slot written.</summary>
    public SlotMap SetItem(object key, Value value)
    {
        var hash = SlotComparer.Instance.GetHashCode(key);
        var at = IndexOf(hash, key);
        if (at >= 0 && _slots[at].Value.Equals(value))
            return this;
        var copy = new Slot[at < 0 ? _slots.Length + 1 : _slots.Length];
        Array.Copy(_slots, copy, _slots.Length);
        copy[at < 0 ? _slots.Length : at] = new Slot(hash, key, value);
        return new SlotMap(copy);
    }

    /// <summary>The same without one slot.</summary>
    public SlotMap Remove(object key)
    {
        var at = IndexOf(SlotComparer.Instance.GetHashCode(key), key);
        return at < 0 ? this : new SlotMap([.. _slots.Take(at), .. _slots.Skip(at + 1)]);
    }

    /// <summary>The same with every value changed.</summary>
    public SlotMap Select(Func<Value, Value> change) => new([.. _slots.Select(s => new Slot(s.Hash, s.Key, change(s.Value)))]);

    /// <summary>What the slot at this place of the order holds.</summary>
    public Value At(int place) => _slots[place].Value;

    /// <summary>Looks for the slot that is at a place of another map: mostly it is at the same place here.</summary>
    public bool TryGetLike(SlotMap other, int place, out Value value)
    {
        var (hash, key, _) = other._slots[place];
        var at = place < _slots.Length && ReferenceEquals(_slots[place].Key, key) ? place : IndexOf(hash, key);
        value = at < 0 ? null! : _slots[at].Value;
        return at >= 0;
    }

    /// <summary>Walks the slots without an allocation.</summary>
    public Enumerator GetEnumerator() => new(_slots);

    IEnumerator<KeyValuePair<object, Value>> IEnumerable<KeyValuePair<object, Value>>.GetEnumerator() =>
        _slots.Select(static s => new KeyValuePair<object, Value>(s.Key, s.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<object, Value>>)this).GetEnumerator();

    private int IndexOf(int hash, object key)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Hash == hash && (ReferenceEquals(_slots[i].Key, key) || SlotComparer.Instance.Equals(_slots[i].Key, key)))
                return i;
        }

        return -1;
    }

    internal readonly record struct Slot(int Hash, object Key, Value Value);

    /// <summary>Stands at one slot after the other.</summary>
    internal struct Enumerator(Slot[] slots)
    {
        private int _place = -1;

        /// <summary>The slot.</summary>
        public readonly KeyValuePair<object, Value> Current => new(slots[_place].Key, slots[_place].Value);

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext() => ++_place < slots.Length;
    }
}
