using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>What kind of thing an object is.</summary>
internal enum ObjectKind
{
    /// <summary>The variables of one call.</summary>
    Frame,

    /// <summary>The static fields.</summary>
    Statics,

    /// <summary>An object that analysed code made, of just this type.</summary>
    Instance,

    /// <summary>An object that a library made, or that came in: of this type or one that derives from it.</summary>
    Foreign,

    /// <summary>An array, list, queue, stack, set or span: elements by index.</summary>
    Sequence,

    /// <summary>A dictionary: elements by key.</summary>
    Map,

    /// <summary>What walks a sequence or map.</summary>
    Cursor,

    /// <summary>A delegate; see <see cref="DelegateTarget"/>.</summary>
    Delegate,

    /// <summary>A reference or pointer to a variable.</summary>
    Reference,
}

/// <summary>An object, or a number of objects of one place in the code, as far as they are told apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its type.</param>
/// <param name="Slots">Its fields by symbol or name, variables by symbol, elements by index or key.</param>
/// <param name="Rest">What a slot holds that is not in <paramref name="Slots"/>; null where such a slot holds its type's default.</param>
/// <param name="Count">How many elements a sequence has; -1 where that is not known.</param>
/// <param name="IsUnique">Whether it stands for one object: only then does a write replace what was there.</param>
/// <param name="Tag">What else its kind needs: delegate targets, the place behind a reference, the frame's function.</param>
internal sealed record HeapObject(
    ObjectKind Kind, ITypeSymbol? Type, SlotMap Slots, Value? Rest = null, int Count = -1, bool IsUnique = true, object? Tag = null)
{
    /// <summary>The pseudo-slot of what cannot be told apart by index or key.</summary>
    public const string Elements = "[*]";

    /// <summary>Whether every element is known by its own index.</summary>
    public bool IsCounted => Count >= 0;

    /// <summary>All elements, or all of its slots, in one.</summary>
    public Value AnySlot()
    {
        var all = Rest ?? Value.Nothing;
        foreach (var pair in Slots)
            all = all.Join(pair.Value);
        return all;
    }

    /// <summary>What it is where two paths meet.</summary>
    public HeapObject Join(HeapObject other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var (left, right) = (this, other);
        if (Kind == ObjectKind.Sequence && Count != other.Count)
            (left, right) = (Blurred(), other.Blurred());
        var slots = left.Slots;
        var isFrame = Kind is ObjectKind.Frame or ObjectKind.Statics;
        foreach (var pair in right.Slots)
        {
            if (slots.TryGetValue(pair.Key, out var mine))
            {
                var joined = mine.Join(pair.Value);
                if (!ReferenceEquals(joined, mine))
                    slots = slots.SetItem(pair.Key, joined);
            }
            else
            {
                // A variable without a value was not declared yet there; a field without one has its default.
                slots = slots.SetItem(pair.Key, isFrame ? pair.Value : pair.Value.Join(left.Missing(pair.Key)));
            }
        }

        foreach (var pair in isFrame ? SlotMap.Empty : left.Slots)
        {
            if (!right.Slots.ContainsKey(pair.Key))
                slots = slots.SetItem(pair.Key, pair.Value.Join(right.Missing(pair.Key)));
        }

        var rest = left.Rest is null ? right.Rest : right.Rest is null ? left.Rest : left.Rest.Join(right.Rest);
        var tag = JoinTags(Tag, other.Tag);
        var isUnique = IsUnique && other.IsUnique;
        return ReferenceEquals(left, this) && ReferenceEquals(slots, Slots) && ReferenceEquals(rest, Rest) && isUnique == IsUnique && ReferenceEquals(tag, Tag)
            ? this : left with { Slots = slots, Rest = rest, IsUnique = isUnique, Tag = tag };
    }

    /// <summary>Whether all that the other may be, this may be too.</summary>
    public bool Covers(HeapObject other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (Kind != other.Kind || Count != other.Count || (IsUnique && !other.IsUnique) || !Equals(Tag, other.Tag))
            return false;
        if (other.Rest is not null && (Rest is null || !Rest.Covers(other.Rest)))
            return false;
        for (var i = 0; i < other.Slots.Count; i++)
        {
            var value = other.Slots.At(i);
            if (!Slots.TryGetLike(other.Slots, i, out var mine))
            {
                if (Rest is null || !Rest.Covers(value))
                    return false;
            }
            else if (!mine.Covers(value))
            {
                return false;
            }
        }

        if (Kind is ObjectKind.Frame or ObjectKind.Statics)
            return true;
        foreach (var pair in Slots)
        {
            if (!other.Slots.ContainsKey(pair.Key) && !pair.Value.Covers(other.Missing(pair.Key)))
                return false;
        }

        return true;
    }

    /// <summary>A sequence whose elements are no longer told apart.</summary>
    public HeapObject Blurred() => Kind != ObjectKind.Sequence || (Count < 0 && Slots.Count == 0)
        ? this
        : this with { Count = -1, Rest = AnySlot(), Slots = SlotMap.Empty };

    /// <summary>What a slot holds that was never written.</summary>
    public Value Missing(object key) => Rest ?? (Kind is ObjectKind.Sequence or ObjectKind.Map ? Value.Nothing : Defaults.Of(key));

    private static object? JoinTags(object? left, object? right) => Equals(left, right) ? left : left switch
    {
        DelegateTargets a when right is DelegateTargets b => a.Join(b),
        _ => left,
    };
}
