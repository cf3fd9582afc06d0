using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Data that a library puts into objects, somewhere.</content>
internal sealed partial class Evaluator
{
    private void Taint(Value? target, LibraryCall call, Slot slot, LabelSet labels)
    {
        if (slot.Kind == SlotKind.Argument && slot.Index < call.Arguments.Length && !call.Arguments[slot.Index].Places.IsEmpty && call.Arguments[slot.Index].Parameter?.RefKind != RefKind.None)
            WritePlaces(call.Arguments[slot.Index].Places, Typed(Value.Tainted(labels), call.Arguments[slot.Index].Parameter?.Type));
        else if (target is not null)
            Pollute(target, labels);
    }

    // The slot of the stream or writer that another one writes to and reads from.
    private const string Wrapped = "[wrapped]";

    // What a library's base class keeps of what it was given.
    private const string Inherited = "[inherited]";

    /// <summary>Says that a library's method kept this data in the object that it was called on: what a type of the source declares is out of its reach, also where only an interface of the object is known.</summary>
    public void KeepInherited(Value target, LabelSet labels)
    {
        var own = target.Objects.Where(id => _state[id] is { Kind: ObjectKind.Instance or ObjectKind.Foreign, Type: { TypeKind: TypeKind.Class or TypeKind.Interface } type } && !TypeKinds.IsOfLibrary(type)).ToList();
        foreach (var id in own)
            _state = _state.Write(new Place(id, Inherited), Value.Tainted(labels), isSure: false);
        Pollute(own.Count == 0 ? target : target.With(objects: target.Objects.RemoveRange(own)), labels);
    }

    /// <summary>Says of objects that a library put this data into them, somewhere.</summary>
    public void Pollute(Value target, LabelSet labels)
    {
        if (labels.IsEmpty)
            return;
        foreach (var id in target.Objects)
        {
            var owner = _state[id];
            if (owner.Slots.TryGetValue(Wrapped, out var inner))
                Pollute(inner, labels);
            if (owner.Kind is ObjectKind.Sequence or ObjectKind.Map or ObjectKind.Foreign or ObjectKind.Instance)
            {
                var rest = (owner.Rest ?? (owner.Kind == ObjectKind.Sequence ? owner.AnySlot() : Value.Anything)).Plus(labels);
                _state = _state.With(id, owner.Kind == ObjectKind.Sequence
                    ? owner with { Rest = owner.Slots.Count == 0 ? rest : null, Slots = owner.Slots.Select(v => v.Plus(labels)), Count = owner.Count }
                    : owner with { Rest = rest });
            }
        }
    }
}
