using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>All that is known at one point of one path: the objects, and which texts were checked.</summary>
/// <param name="Heap">The objects by number, frames and statics included.</param>
/// <param name="Checked">The sinks that a text is safe for, because a check on the way here said so.</param>
/// <param name="Exits">Where the finally blocks that are running go on to, innermost first: see <c>FlowEdge.Origin</c>.</param>
internal sealed record State(Heap Heap, ImmutableDictionary<LabelKey, SinkKinds> Checked, ImmutableStack<int> Exits)
{
    /// <summary>The object of the static fields.</summary>
    public const int Statics = 1;

    /// <summary>Before anything ran.</summary>
    public static State Empty { get; } = new(
        Heap.Empty.SetItem(Statics, new HeapObject(ObjectKind.Statics, null, SlotMap.Empty)),
        ImmutableDictionary<LabelKey, SinkKinds>.Empty, ImmutableStack<int>.Empty);

    /// <summary>The object of a number.</summary>
    public HeapObject this[int id] => Heap.TryGetValue(id, out var found) ? found : Gone;

    // What no variable refers to any more; a value that still does finds an unknown thing.
    private static HeapObject Gone { get; } = new(ObjectKind.Foreign, null, SlotMap.Empty, Value.Anything, IsUnique: false);

    /// <summary>The same with one object changed.</summary>
    public State With(int id, HeapObject changed) => this with { Heap = Heap.SetItem(id, changed) };

    /// <summary>What a variable holds.</summary>
    public Value Read(Place place)
    {
        if (!Heap.TryGetValue(place.Object, out var owner))
            return Value.Anything;
        if (place.Slot is HeapObject.Elements)
            return owner.AnySlot();
        if (owner.Slots.TryGetValue(place.Slot, out var value))
            return owner.Kind is ObjectKind.Map && owner.Rest is { } others ? value.Join(others) : value;
        return owner.Missing(place.Slot);
    }

    /// <summary>What several variables hold.</summary>
    public Value Read(IEnumerable<Place> places) => places.Aggregate(Value.Nothing, (all, place) => all.Join(Read(place)));

    /// <summary>Writes a variable: what was there is gone only where it is surely this variable.</summary>
    public State Write(Place place, Value value, bool isSure)
    {
        if (!Heap.TryGetValue(place.Object, out var owner))
            return this;
        if (place.Slot is HeapObject.Elements)
        {
            // Some element: each of them may hold it now.
            var slots = owner.Slots;
            foreach (var pair in owner.Slots)
                slots = slots.SetItem(pair.Key, pair.Value.Join(value));
            return With(place.Object, owner with { Slots = slots, Rest = owner.IsCounted ? owner.Rest : (owner.Rest ?? Value.Nothing).Join(value) });
        }

        var written = isSure && owner.IsUnique ? value : value.Join(Read(place));
        return owner.Slots.TryGetValue(place.Slot, out var before) && ReferenceEquals(before, written)
            ? this : With(place.Object, owner with { Slots = owner.Slots.SetItem(place.Slot, written) });
    }

    /// <summary>Where two paths of one function meet: a variable that was checked on one and replaced on the other stays checked.</summary>
    public State Join(State other, int frame) => ReferenceEquals(Checked, other.Checked) ? Join(other) : Settled(other, frame).Join(other.Settled(this, frame));

    /// <summary>Where two paths meet.</summary>
    public State Join(State other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var safe = Checked;
        foreach (var pair in Checked)
            safe = (pair.Value & (other.Checked.TryGetValue(pair.Key, out var there) ? there : SinkKinds.None)) is var both and not SinkKinds.None ? safe.SetItem(pair.Key, both) : safe.Remove(pair.Key);
        return this with { Heap = Heap.Join(other.Heap), Checked = safe };
    }

    // What only this path knows of a text is written into the variables that hold it, and into the objects that they refer to.
    private State Settled(State other, int frame)
    {
        var known = Checked.Where(pair => (pair.Value & ~(other.Checked.TryGetValue(pair.Key, out var there) ? there : SinkKinds.None)) != 0).ToList();
        if (known.Count == 0 || !Heap.TryGetValue(frame, out var variables))
            return this;
        var state = Settle(frame, known);
        foreach (var id in variables.Slots.Values.SelectMany(static v => v.Objects).Distinct().Where(id => id != frame && Heap.ContainsKey(id)))
            state = state.Settle(id, known);
        return state;
    }

    private State Settle(int id, List<KeyValuePair<LabelKey, SinkKinds>> known)
    {
        var owner = Heap[id];
        var slots = owner.Slots;
        foreach (var pair in owner.Slots)
        {
            if (pair.Value.Labels.All.Any(l => l.Keys.Any(own => known.Exists(k => k.Key == own))))
                slots = slots.SetItem(pair.Key, pair.Value.With(labels: Effective(pair.Value.Labels)));
        }

        return ReferenceEquals(slots, owner.Slots) ? this : With(id, owner with { Slots = slots });
    }

    /// <summary>Whether nothing new can come of the other where this one has been followed.</summary>
    /// <param name="other">The other.</param>
    /// <param name="frame">The variables to compare first: they differ in most cases.</param>
    public bool Covers(State other, int frame)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (!Heap[frame].Covers(other.Heap[frame]))
            return false;
        foreach (var pair in Checked)
        {
            if ((pair.Value & ~(other.Checked.TryGetValue(pair.Key, out var there) ? there : SinkKinds.None)) != 0)
                return false;
        }

        return Heap.Covers(other.Heap);
    }

    /// <summary>A text's labels with what the checks on the way said.</summary>
    public LabelSet Effective(LabelSet labels) => Checked.IsEmpty || labels.IsEmpty
        ? labels
        : labels.Select(l => CheckedOf(l) is var safe && (safe & ~l.Safe) != 0 ? l with { Safe = l.Safe | safe } : l);

    private SinkKinds CheckedOf(Label label) =>
        label.Keys.Aggregate(SinkKinds.None, (all, key) => Checked.TryGetValue(key, out var safe) ? all | safe : all);

    /// <summary>All data from outside that can be reached from a value.</summary>
    public LabelSet LabelsWithin(Value value) => Effective(Collect(value, new HashSet<int>(), 0));

    private LabelSet Collect(Value value, HashSet<int> seen, int depth)
    {
        var labels = value.Labels;
        if (depth > 6)
            return labels;
        foreach (var id in value.Objects)
        {
            if (!seen.Add(id) || !Heap.TryGetValue(id, out var target) || target.Kind is ObjectKind.Frame or ObjectKind.Delegate)
                continue;
            if (target.Rest is { } rest)
                labels = labels.Union(Collect(rest, seen, depth + 1));
            foreach (var slot in target.Slots.Values)
                labels = labels.Union(Collect(slot, seen, depth + 1));
            if (target.Tag is Place place)
                labels = labels.Union(Collect(Read(place), seen, depth + 1));
        }

        return labels;
    }
}
