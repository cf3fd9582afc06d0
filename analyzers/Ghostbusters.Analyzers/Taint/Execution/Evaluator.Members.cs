using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Properties, indexers and elements.</content>
internal sealed partial class Evaluator
{
    private Value ReadProperty(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        var receiver = operation.Instance is { } instance ? Evaluate(instance) : null;
        var arguments = operation.Arguments.Select(a => Argument.Of(a.Parameter, Evaluate(a.Value))).ToImmutableArray();
        return IsDead ? Value.Nothing : ReadProperty(property, receiver, arguments, operation);
    }

    /// <summary>What a property gives.</summary>
    public Value ReadProperty(IPropertySymbol property, Value? receiver, ImmutableArray<Argument> arguments, IOperation operation)
    {
        if (receiver is not null)
            receiver = DropNull(receiver, operation);
        if (IsDead)
            return Value.Nothing;
        property = property.PartialImplementationPart ?? property;
        if (receiver is { Objects.IsEmpty: false } && IsOverridable(property) && Answering(property, receiver) is { Count: > 0 } own)
            return ReadOwn(property, receiver, own, arguments, operation);
        if (property.GetMethod is { } getter && !AutomaticProperties.IsAutomatic(property) && IsOfSource(property))
            return Typed(Call(getter, receiver, arguments, operation, isVirtual: true), property.Type);
        if (!IsOfSource(property))
            return LibraryProperty(property, receiver, arguments, operation);
        if (_interpreter.ModelOf(MemberTarget.Of(property)) is { Source: not SourceKinds.None } bound)
            return Typed(EnterOnce(bound.Source, property, receiver, operation), property.Type);
        if (property.IsStatic)
        {
            EnsureStatics(property);
            return _state.Read(new Place(State.Statics, property.OriginalDefinition));
        }

        return ReadAutomatic(property, receiver ?? Value.Something, operation);
    }

    private static bool IsOverridable(IPropertySymbol property) =>
        property.ContainingType.TypeKind == TypeKind.Interface || property.IsAbstract || (TypeKinds.IsOfLibrary(property.ContainingType) && (property.IsVirtual || property.IsOverride));

    // The objects whose type has a property of its own that answers instead of the one that was named.
    private List<(int Object, IPropertySymbol Own)> Answering(IPropertySymbol property, Value receiver) =>
        [.. receiver.Objects.Where(id => _state[id] is { Kind: ObjectKind.Instance, Type: not null }).Select(id => (id, OwnOf(property, _state[id].Type!))).Where(o => IsOfSource(o.Item2) && !SymbolEqualityComparer.Default.Equals(o.Item2, property))];

    private static IPropertySymbol OwnOf(IPropertySymbol property, ITypeSymbol type)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
            return Dispatch.Implementing(property, type) ?? property;

        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault(static p => p.IsOverride) is { } own)
                return own;
        }

        return property;
    }

    private Value ReadOwn(IPropertySymbol property, Value receiver, List<(int Object, IPropertySymbol Own)> own, ImmutableArray<Argument> arguments, IOperation operation)
    {
        var others = receiver.With(objects: [.. receiver.Objects.Where(id => !own.Exists(o => o.Object == id))]);
        var result = others.IsNothing ? Value.Nothing : ReadProperty(property, others, arguments, operation);
        foreach (var (id, answering) in own)
        {
            result = result.Join(ReadProperty(answering, Value.ToObject(id), arguments, operation));
            if (IsDead)
                return Value.Nothing;
        }

        return result;
    }

    // An automatic property may be overridden by one with a body.
    private Value ReadAutomatic(IPropertySymbol property, Value receiver, IOperation operation)
    {
        var result = Value.Nothing;
        foreach (var id in receiver.Objects)
        {
            var own = Overriding(property, _state[id].Type) as IPropertySymbol ?? property;
            result = result.Join(own.GetMethod is { } getter && !AutomaticProperties.IsAutomatic(own)
                ? Call(getter, Value.ToObject(id), [], operation, isVirtual: false)
                : ReadSlot(Value.ToObject(id), own.OriginalDefinition, property.Type, operation));
        }

        if (receiver.Objects.IsEmpty || receiver.Open != Openness.Closed)
            result = result.Join(Value.Tainted(receiver.Labels, property.Type));
        return Typed(result, property.Type);
    }

    private Value LibraryProperty(IPropertySymbol property, Value? receiver, ImmutableArray<Argument> arguments, IOperation operation)
    {
        var call = new LibraryCall(property.IsIndexer ? "get_Item" : property.Name, property.GetMethod, receiver, arguments, operation);
        if (LibraryRuntime.Property(this, property, call) is { } known)
            return Typed(known, property.Type);
        var model = _interpreter.ModelOf(MemberTarget.Of(property));
        if (model is { Source: not SourceKinds.None } && model.Taints.Any(static t => t.Kind == SlotKind.Return))
            return Typed(EnterOnce(model.Source, property, receiver, operation), property.Type);
        var value = receiver is null ? Value.Tainted(LabelSet.None, property.Type) : ReadSlot(receiver, property.IsIndexer ? Key(arguments) : property.Name, property.Type, operation);
        value = value.Plus(receiver is null || receiver.Labels.IsEmpty ? LabelSet.None : Derive(operation, receiver.Labels));
        if (model is { Sanitizes: not SinkKinds.None } sanitizer)
            value = Foreign((operation.Syntax, property.Name), property.Type, _state.LabelsWithin(value).Select(l => l with { Safe = l.Safe | sanitizer.Sanitizes }));
        return Typed(value, property.Type);
    }

    // Read twice from one object it is the same data: a check of the one holds for the other.
    private Value EnterOnce(SourceKinds kind, IPropertySymbol property, Value? receiver, IOperation operation)
    {
        var slot = "source:" + property.Name;
        if (receiver is { Objects.Length: 1 } && !property.IsIndexer && _state[receiver.Objects[0]].Slots.TryGetValue(slot, out var before))
            return before;
        var entered = Enter(kind, operation, property.Type).Plus(PutThere(receiver, property.Name));
        if (receiver is { Objects.Length: 1 } && !property.IsIndexer)
            _state = _state.Write(new Place(receiver.Objects[0], slot), entered, isSure: true);
        return entered;
    }

    // What the program itself put into the object is in it besides what the source brings.
    private LabelSet PutThere(Value? receiver, string name) => receiver is null ? LabelSet.None
        : receiver.Objects.Aggregate(LabelSet.None, (all, id) => _state[id].Slots.TryGetValue(name, out var value) ? all.Union(_state.LabelsWithin(value)) : all);

    private static object Key(ImmutableArray<Argument> arguments) => arguments.Length == 1 && arguments[0].Value.IsConstant(out var key) && key is not null ? (object)("[" + key + "]") : HeapObject.Elements;

    private void WriteProperty(IPropertyReferenceOperation target, Value value, IOperation site)
    {
        var property = target.Property;
        var receiver = target.Instance is { } instance ? Evaluate(instance) : null;
        var arguments = target.Arguments.Select(a => Argument.Of(a.Parameter, Evaluate(a.Value))).ToImmutableArray();
        WriteProperty(property, receiver, arguments, value, site);
    }

    /// <summary>Sets a property.</summary>
    public void WriteProperty(IPropertySymbol property, Value? receiver, ImmutableArray<Argument> arguments, Value value, IOperation site)
    {
        CheckSink(MemberTarget.Of(property), receiver, [.. arguments, Argument.Of(null, value)], site, property.Name);
        property = property.PartialImplementationPart ?? property;
        if (receiver is { Objects.IsEmpty: false } && IsOverridable(property) && Answering(property, receiver) is { Count: > 0 } own)
        {
            foreach (var (id, answering) in own)
                WriteProperty(answering, Value.ToObject(id), arguments, own.Count == 1 || AutomaticProperties.IsAutomatic(answering) == false ? value : value.Join(ReadProperty(answering, Value.ToObject(id), arguments, site)), site);
            receiver = receiver.With(objects: [.. receiver.Objects.Where(id => !own.Exists(o => o.Object == id))]);
            if (receiver.IsNothing)
                return;
        }

        if (property.SetMethod is { } setter && IsOfSource(property) && !AutomaticProperties.IsAutomatic(property))
        {
            Call(setter, receiver, [.. arguments, Argument.Of(setter.Parameters.LastOrDefault(), value)], site, isVirtual: true);
            return;
        }

        if (property.IsIndexer && receiver is not null)
        {
            WriteElement(receiver, [.. arguments.Select(static a => a.Value)], value);
            return;
        }

        if (property.IsStatic)
        {
            _state = _state.Write(new Place(State.Statics, property.OriginalDefinition), value, isSure: true);
            return;
        }

        // A property that only has a getter is set in the constructor, or overridden by one with a body.
        foreach (var id in receiver?.Objects ?? [])
        {
            var overriding = Overriding(property, _state[id].Type) as IPropertySymbol ?? property;
            if (overriding.SetMethod is { } body && IsOfSource(overriding) && !AutomaticProperties.IsAutomatic(overriding))
                Call(body, Value.ToObject(id), [Argument.Of(body.Parameters.LastOrDefault(), value)], site, isVirtual: false);
            else
                _state = _state.Write(new Place(id, IsOfSource(overriding) ? overriding.OriginalDefinition : overriding.Name), value, isSure: receiver!.Objects.Length == 1);
        }
    }

    /// <summary>What an element of an array, collection or dictionary holds.</summary>
    public Value ReadElement(Value receiver, ImmutableArray<Value> indices)
    {
        receiver = DropNull(receiver, null);
        if (IsDead)
            return Value.Nothing;
        var result = Value.Nothing;
        foreach (var place in ElementPlaces(receiver, indices.Length == 1 ? indices[0] : Value.Something))
            result = result.Join(place.Slot is HeapObject.Elements && _state[place.Object] is { Kind: ObjectKind.Map } map ? Maps.ValuesOf(map) : _state.Read(place));
        if (receiver.Constants.Any(static c => c is string))
            result = result.Join(Text.CharacterOf(receiver, indices.Length == 1 ? indices[0] : Value.Something));
        if (receiver.Open != Openness.Closed || receiver.Objects.IsEmpty)
            result = result.Join(Value.Tainted(receiver.Labels));
        return receiver.Labels.IsEmpty ? result : result.Plus(receiver.Labels);
    }

    /// <summary>Sets an element.</summary>
    public void WriteElement(Value receiver, ImmutableArray<Value> indices, Value value)
    {
        var places = ElementPlaces(receiver, indices.Length == 1 ? indices[0] : Value.Something);
        var isSure = places.Length == 1;
        foreach (var place in places)
        {
            _state = _state.Write(place, value, isSure);
            if (place.Slot is HeapObject.Elements && indices.Length == 1)
                Maps.NoteKey(this, place.Object, indices[0]);
            if (_state[place.Object] is { Kind: ObjectKind.Sequence, Count: >= 0 } list && place.Slot is int index && index >= list.Count)
                _state = _state.With(place.Object, list with { Count = index + 1 });
        }
    }

    private ImmutableArray<Place> ElementPlaces(Value receiver, Value index)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        index = Maps.KeyOf(this, index);
        foreach (var id in receiver.Objects)
        {
            var target = _state[id];
            if (target is { Kind: ObjectKind.Sequence, Tag: Place part })
                places.Add(new Place(part.Object, Sequences.IndexBehind(this, target, index) is { } behind ? behind : HeapObject.Elements));
            else if (target.Kind == ObjectKind.Map)
            {
                places.AddRange(index.Constants.IsEmpty || index.Open != Openness.Closed ? [new Place(id, HeapObject.Elements)] : index.Constants.Select(c => new Place(id, c ?? "null")));
            }
            else if (target.Kind == ObjectKind.Sequence && target.IsCounted && index.Open == Openness.Closed && !index.Constants.IsEmpty)
            {
                foreach (var constant in index.Constants)
                {
                    if (Sequences.IndexOf(constant, target.Count) is { } at)
                        places.Add(new Place(id, at));
                }
            }
            else
            {
                places.Add(new Place(id, target.Kind is ObjectKind.Foreign or ObjectKind.Instance && index.IsConstant(out var key) && key is not null ? (object)(target.Type?.Name == "ExpandoObject" ? key : "[" + key + "]") : HeapObject.Elements));
            }
        }

        return places.ToImmutable();
    }

    private Value Slice(IImplicitIndexerReferenceOperation operation)
    {
        var receiver = Evaluate(operation.Instance);
        var argument = Evaluate(operation.Argument);
        if (operation.Argument.Type?.Name == "Range")
            return Sequences.Slice(this, receiver, argument, operation);
        return Typed(ReadElement(receiver, [argument]), operation.Type);
    }

    // What is called on null throws; what is not null goes on.
    private Value DropNull(Value receiver, IOperation? operation)
    {
        if (!receiver.Constants.Contains(null))
            return receiver;
        var rest = receiver.WhereNull(false);
        if (!rest.IsNothing)
            return rest;

        // An interface that nothing here implements: whoever gives null for it stands for somebody who is not here.
        if (operation?.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } absent && !TypeKinds.IsOfLibrary(absent) && _interpreter.Code.DerivedFrom(absent).IsEmpty)
            return Foreign((operation.Syntax, "absent"), absent, LabelSet.None);
        if (operation is not null)
            Raise(Value.Something, _state);
        Die();
        return rest;
    }

    private void WriteMember(Value receiver, string name, Value value, IOperation site)
    {
        foreach (var id in receiver.Objects)
        {
            var member = _state[id].Type?.GetMembers(name).FirstOrDefault(static m => m is IFieldSymbol or IPropertySymbol);
            if (member is IPropertySymbol property)
                WriteProperty(property, Value.ToObject(id), [], value, site);
            else
                _state = _state.Write(new Place(id, member is null ? name : member.OriginalDefinition), value, isSure: receiver.Objects.Length == 1);
        }
    }
}
