namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>A variable: a slot of an object.</summary>
/// <param name="Object">The object's number.</param>
/// <param name="Slot">A symbol, a name, an index or key; <see cref="HeapObject.Elements"/> for some element.</param>
internal readonly record struct Place(int Object, object Slot)
{
    /// <inheritdoc/>
    public bool Equals(Place other) => Object == other.Object && SlotComparer.Instance.Equals(Slot, other.Slot);

    /// <inheritdoc/>
    public override int GetHashCode() => (Object * 397) ^ SlotComparer.Instance.GetHashCode(Slot);
}
