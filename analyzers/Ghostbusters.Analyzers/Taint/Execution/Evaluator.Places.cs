using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Variables: which ones an expression names, reading and writing them.</content>
internal sealed partial class Evaluator
{
    /// <summary>The variables that an expression may name; empty where it names none that is followed.</summary>
    public ImmutableArray<Place> PlacesOf(IOperation? operation)
    {
        switch (operation)
        {
            case IParenthesizedOperation inner:
                return PlacesOf(inner.Operand);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return PlacesOf(conversion.Operand);
            case IDeclarationExpressionOperation declaration:
                return PlacesOf(declaration.Expression);
            case ILocalReferenceOperation local:
                return Followed(new Place(FrameOf(local.Local), local.Local), local.Local.RefKind != RefKind.None);
            case IParameterReferenceOperation { Parameter: var parameter } when IsOfPrimaryConstructor(parameter) && !_state[_frame].Slots.ContainsKey(parameter):
                return [.. This().Objects.Select(id => new Place(id, parameter.OriginalDefinition))];
            case IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol }:
                // The receiver of an extension block.
                return [new Place(_frame, FrameSlots.This)];
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Followed(new Place(FrameOf(parameter), parameter.OriginalDefinition), parameter.RefKind != RefKind.None);
            case IFlowCaptureReferenceOperation capture when !_state[_frame].Slots.ContainsKey(capture.Id):
                return [.. _info.Captures.Places(capture).Where(static p => p is not IFlowCaptureReferenceOperation).SelectMany(p => PlacesOf(p)).Distinct()];
            case IFlowCaptureReferenceOperation capture:
                return [new Place(_frame, capture.Id)];
            case IFieldReferenceOperation field:
                return FieldPlaces(field);
            case IEventReferenceOperation { Event.IsStatic: true } @event:
                return [new Place(State.Statics, @event.Event.OriginalDefinition)];
            case IEventReferenceOperation @event:
                return [.. Evaluate(@event.Instance!).Objects.Select(id => new Place(id, @event.Event.OriginalDefinition))];
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when StoredSlot(property.Property) is { } slot:
                return property.Instance is null ? [new Place(State.Statics, slot)] : [.. Evaluate(property.Instance).Objects.Select(id => new Place(id, SlotIn(id, slot)))];
            case IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } instance } indexer when indexer.Property.IsIndexer:
                return ElementPlaces(Evaluate(instance), Evaluate(indexer.Arguments[0].Value));
            case { Syntax: ElementAccessExpressionSyntax } pointed when pointed.Kind == OperationKind.None && pointed.ChildOperations.Count == 2:
                return PointedPlaces(Evaluate(pointed.ChildOperations.First()), Evaluate(pointed.ChildOperations.Last()));
            case IArrayElementReferenceOperation element:
                return ElementPlaces(Evaluate(element.ArrayReference), element.Indices.Length == 1 ? Evaluate(element.Indices[0]) : Indices(element.Indices));
            case IImplicitIndexerReferenceOperation indexer:
                return ElementPlaces(Evaluate(indexer.Instance), Evaluate(indexer.Argument));
            case IInlineArrayAccessOperation indexer:
                return ElementPlaces(Evaluate(indexer.Instance), Evaluate(indexer.Argument));
            case IInstanceReferenceOperation:
                return [new Place(_frame, FrameSlots.This)];
            case IInvocationOperation { TargetMethod: { ReturnsByRef: true } or { ReturnsByRefReadonly: true } } giver:
                return Behind(InvokeMethod(giver));
            case { Syntax: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } } pointer when pointer.ChildOperations.Count > 0:
                return PointedPlaces(Evaluate(pointer.ChildOperations.First()), null);
            case { Kind: OperationKind.None, Type.TypeKind: not TypeKind.Pointer } arrow when IsBehindArrow(arrow):
                return PointedPlaces(Evaluate(arrow.ChildOperations.First()), null);
            default:
                return [];
        }
    }

    /// <summary>Writes a value to what an expression names; a property's setter is called.</summary>
    public void Write(IOperation target, Value value, IOperation site)
    {
        switch (target)
        {
            case IFlowCaptureReferenceOperation capture when !_state[_frame].Slots.ContainsKey(capture.Id) && _info.Captures.Places(capture).FirstOrDefault() is { } place and not IFlowCaptureReferenceOperation:
                Write(place, value, site);
                return;
            case IPropertyReferenceOperation property when !(property.Arguments.IsEmpty && StoredSlot(property.Property) is not null && IsOfSource(property.Property)):
                WriteProperty(property, value, site);
                return;
            case IPropertyReferenceOperation kept:
                if (!SymbolEqualityComparer.Default.Equals(kept.Property.ContainingType, _info.Function.ContainingType))
                    CheckSink(MemberTarget.Of(kept.Property), null, [Argument.Of(null, value)], site, kept.Property.Name);
                WritePlaces(PlacesOf(target), value);
                return;
            case ILocalReferenceOperation { Local: { IsForEach: true, RefKind: RefKind.None } loop } when WrittenCaptures.LoopVariablesOf(_info.Graph).Contains(loop):
                _state = _state.Write(new Place(FrameOf(loop), loop), value, isSure: !_state[FrameOf(loop)].Slots.ContainsKey(loop));
                return;
            case IDynamicMemberReferenceOperation dynamic:
                WriteMember(Evaluate(dynamic.Instance!), dynamic.MemberName, value, site);
                return;
            case IDynamicIndexerAccessOperation indexer:
                WriteElement(Evaluate(indexer.Operation), [.. indexer.Arguments.Select(Evaluate)], value);
                return;
            case ITupleOperation tuple:
                Spread(tuple, value, site);
                return;
            case IDiscardOperation:
                return;
            case IInvalidOperation invalid:
                WriteUnbound(invalid, value, site);
                return;
            default:
                WritePlaces(PlacesOf(target), value);
                return;
        }
    }

    /// <summary>Writes a value to the variables that an assignment may mean.</summary>
    public void WritePlaces(ImmutableArray<Place> places, Value value)
    {
        var isSure = places.Length == 1;
        foreach (var place in places)
            _state = _state.Write(place, value, isSure);
    }

    private Value ReadPlaces(IOperation operation)
    {
        if (operation is IFieldReferenceOperation { Field: { HasConstantValue: true, ConstantValue: var constant } })
            return Value.Of(constant);
        if (operation is IFlowCaptureReferenceOperation capture && !_state[_frame].Slots.ContainsKey(capture.Id))
            return _info.Captures.Places(capture).Where(static p => p is not IFlowCaptureReferenceOperation).Aggregate(Value.Nothing, (all, p) => all.Join(Evaluate(p)));
        if (operation is IFieldReferenceOperation { Instance: { } instance } field)
        {
            var receiver = Evaluate(instance);
            return Typed(ReadSlot(receiver, field.Field.CorrespondingTupleField ?? field.Field.OriginalDefinition, field.Type, field), field.Type);
        }

        if (operation is IArrayElementReferenceOperation { Indices.Length: 1 } part && part.Indices[0].Type?.Name == "Range")
            return Sequences.Slice(this, Evaluate(part.ArrayReference), Evaluate(part.Indices[0]), part);
        if (operation is IArrayElementReferenceOperation element)
            return Typed(ReadElement(Evaluate(element.ArrayReference), [element.Indices.Length == 1 ? Evaluate(element.Indices[0]) : Indices(element.Indices)]), element.Type);
        if (operation is IImplicitIndexerReferenceOperation implicitIndexer)
            return Slice(implicitIndexer);
        var places = PlacesOf(operation);
        if (places.IsEmpty && operation.Kind == OperationKind.None && operation.ChildOperations.FirstOrDefault() is { } pointer)
            return Value.Tainted(_state.LabelsWithin(Evaluate(pointer)), operation.Type);
        return places.IsEmpty ? Value.Tainted(LabelSet.None, operation.Type) : Initialized(places, operation);
    }

    // A static field is read for the first time: its type's initializers run.
    private Value Initialized(ImmutableArray<Place> places, IOperation operation)
    {
        var value = _state.Read(places);
        return value.IsNothing && operation is ILocalReferenceOperation { Type: { } type } ? Value.Tainted(LabelSet.None, type) : value;
    }

    /// <summary>What the field, property or event of objects holds; of an unknown object anything, and what taints it.</summary>
    public Value ReadSlot(Value receiver, object slot, ITypeSymbol? type, IOperation site)
    {
        var result = Value.Nothing;
        foreach (var id in receiver.Objects)
        {
            var owner = _state[id];
            var own = SlotIn(id, slot);
            if (!owner.Slots.ContainsKey(own) && (owner.Kind is ObjectKind.Foreign or ObjectKind.Sequence or ObjectKind.Map || (owner.Kind == ObjectKind.Instance && own is string)) && type is not null && TypeKinds.HasIdentity(type))
            {
                // Something of a library's object, made when it is first asked for: what is put into it is there later.
                var made = Foreign((site.Syntax, slot is ISymbol s ? s.Name : slot, id), type, owner.Rest is { } rest ? _state.Effective(rest.Labels) : LabelSet.None);
                _state = _state.Write(new Place(id, own), made, isSure: true);
            }

            var read = _state.Read(new Place(id, own));
            result = result.Join(owner.Kind == ObjectKind.Foreign && own is ISymbol or string && !owner.Slots.ContainsKey(own) ? Apart(read, own) : read);
        }

        if (receiver.Open != Openness.Closed || !receiver.Constants.IsEmpty || receiver.Objects.IsEmpty)
            result = result.Join(Value.Tainted(receiver.Labels, type));
        return result;
    }

    // A check of one property says nothing of the others, which hold another text.
    private Value Apart(Value read, object member) => read.Labels.IsEmpty || !read.Objects.IsEmpty
        ? read
        : read.With(labels: _state.Effective(read.Labels).Select(l => l with { Number = _interpreter.NumberOf(((member as ISymbol)?.Name ?? (string)member, l.Number)) }));

    private ImmutableArray<Place> FieldPlaces(IFieldReferenceOperation field)
    {
        var slot = (object)(field.Field.CorrespondingTupleField ?? field.Field).OriginalDefinition;
        if (field.Field.IsStatic)
        {
            EnsureStatics(field.Field);
            if (field.Field.ContainingType.IsGenericType && ForType(field.Field) is { } own)
            {
                if (!_state[State.Statics].Slots.ContainsKey(own))
                    _state = _state.Write(new Place(State.Statics, own), _state.Read(new Place(State.Statics, slot)), isSure: true);
                return [new Place(State.Statics, own)];
            }

            return [new Place(State.Statics, slot)];
        }

        return field.Instance is { } instance ? [.. Owner(instance).Objects.Select(id => new Place(id, SlotIn(id, slot)))] : [];
    }

    // A struct that was never made is there all the same: its fields are written where it stands.
    private Value Owner(IOperation instance)
    {
        var value = Evaluate(instance);
        if (IsDead || !value.Objects.IsEmpty || value.Open == Openness.Closed || !TypeKinds.IsCopied(instance.Type) || TypeKinds.ObjectKindOf(instance.Type!) != ObjectKind.Instance || (TypeKinds.IsOfLibrary(instance.Type!) && !instance.Type!.IsTupleType))
            return value;
        var places = PlacesOf(instance);
        if (places.IsEmpty)
            return value;
        var made = Value.ToObject(Allocate((instance.Syntax, "struct"), new HeapObject(ObjectKind.Instance, instance.Type, SlotMap.Empty, value.Labels.IsEmpty ? null : Value.Tainted(value.Labels))));
        WritePlaces(places, made);
        return made;
    }

    // A generic type has its static fields once for each type that it is made with; null where that is not known here.
    private IFieldSymbol? ForType(IFieldSymbol field)
    {
        var types = field.ContainingType.TypeArguments.Select(Bound).ToArray();
        // A type within a generic one has no types of its own.
        return types.Length > 0 && types.All(static t => t is not (null or ITypeParameterSymbol)) ? field.ContainingType.OriginalDefinition.Construct(types!).GetMembers(field.Name).OfType<IFieldSymbol>().FirstOrDefault() : null;
    }

    private void EnsureStatics(ISymbol member)
    {
        if (_state[State.Statics].Slots.ContainsKey(member.OriginalDefinition) || member.ContainingType is not { } type)
            return;
        if (!TypeKinds.IsOfLibrary(type))
            _state = _interpreter.InitializeStatics(type, _state);
        if (!_state[State.Statics].Slots.TryGetValue(member.OriginalDefinition, out var value))
            value = TypeKinds.IsOfLibrary(type) ? OfLibrary(member, type) : Defaults.Of(member);
        _state = _state.Write(new Place(State.Statics, member.OriginalDefinition), _interpreter.Code.IsFixed(member) ? value : value.Join(Value.Anything), isSure: true);
    }

    // `ImmutableList<T>.Empty` and its like.
    private Value OfLibrary(ISymbol member, INamedTypeSymbol type) => member.Name == "Empty" && TypeKinds.ObjectKindOf(type) is var kind && kind is ObjectKind.Sequence or ObjectKind.Map
        ? Value.ToObject(Allocate((member, "empty"), new HeapObject(kind, type, SlotMap.Empty, Count: kind == ObjectKind.Sequence ? 0 : -1))) : Value.Tainted(LabelSet.None, TypeOf(member));

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    // A tuple's fields may be named in one place and numbered in another.
    private object SlotIn(int id, object slot) => slot is IFieldSymbol { ContainingType.IsTupleType: true } field && _state[id].Type is not null ? field.CorrespondingTupleField?.Name ?? field.Name
        : slot is IPropertySymbol property ? Overriding(property, _state[id].Type) : slot;

    private static object Overriding(IPropertySymbol property, ITypeSymbol? type)
    {
        if (TypeKinds.IsOfLibrary(property.ContainingType))
            return property.Name;
        for (var t = type; t is not null && (property.IsVirtual || property.IsOverride || property.IsAbstract || property.ContainingType.TypeKind == TypeKind.Interface); t = t.BaseType)
        {
            if (t.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } own)
                return own.OriginalDefinition;
        }

        return property.OriginalDefinition;
    }

    // The slot of a property that only keeps a value: an automatic one, or any of a library's object.
    private static object? StoredSlot(IPropertySymbol property)
    {
        if (property.IsIndexer)
            return null;
        if (!IsOfSource(property))
            return property.Name;
        return AutomaticProperties.IsAutomatic(property) ? property.OriginalDefinition : null;
    }

    private static bool IsOfSource(ISymbol member) => member.ContainingType is { } type && !TypeKinds.IsOfLibrary(type);

    // A reference stands for what it refers to.
    private ImmutableArray<Place> Followed(Place place, bool isReference)
    {
        var value = _state.Read(place);
        return isReference || value.Objects.Any(IsReference) ? Behind(value) is { IsEmpty: false } behind ? behind : [place] : [place];
    }

    private bool IsReference(int id) => _state.Heap.TryGetValue(id, out var target) && target is { Kind: ObjectKind.Reference, Tag: Place, Type: null };

    // `p->F`: the operation of the object stands at the pointer's own name.
    private static bool IsBehindArrow(IOperation operation) => operation.ChildOperations.Count == 1
        && operation.ChildOperations.First().Type?.TypeKind == TypeKind.Pointer && operation.Syntax.Parent is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.PointerMemberAccessExpression };

    // A pointer leads to a variable, or to the elements of an array or stack allocation; past the variable nobody knows.
    private ImmutableArray<Place> PointedPlaces(Value pointer, Value? index)
    {
        var isFirst = index is null || (index.IsConstant(out var at) && at is 0);
        var blocks = pointer.With(objects: [.. pointer.Objects.Where(id => _state[id].Kind == ObjectKind.Sequence)]);
        return [.. Behind(pointer).Select(p => isFirst || p.Slot is not int first ? p
            : new Place(p.Object, index!.IsConstant(out var by) && by is int offset ? first + offset : HeapObject.Elements)), .. ElementPlaces(blocks, index ?? Value.Of(0))];
    }

    private ImmutableArray<Place> Behind(Value reference) =>
        [.. reference.Objects.Select(id => _state.Heap.TryGetValue(id, out var target) ? target : null).Where(static o => o?.Kind == ObjectKind.Reference).Select(static o => o!.Tag).OfType<Place>()];

    /// <summary>The frame of the function that declares a variable.</summary>
    public int FrameOf(ISymbol variable)
    {
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (owner.Slots.ContainsKey(variable) || SymbolEqualityComparer.Default.Equals(info.Function.OriginalDefinition, variable.ContainingSymbol?.OriginalDefinition))
                return frame;
        }

        return _frame;
    }

    /// <summary>The object that the member around this code runs on.</summary>
    public Value This()
    {
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (owner.Slots.TryGetValue(FrameSlots.This, out var self))
                return self;
        }

        return Value.Something;
    }

    private Value ReadInstance(IInstanceReferenceOperation instance) =>
        instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance ? This()
        : _state[_frame].Slots.TryGetValue(FrameSlots.Receiver, out var receiver) ? receiver : Value.Something;

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax);

    private Value Capture(IFlowCaptureOperation capture)
    {
        // The target of an assignment is captured as a place, not as a value.
        if (IsWritten(capture))
        {
            _state = _state.With(_frame, _state[_frame] with { Slots = _state[_frame].Slots.Remove(capture.Id) });
            return Value.Something;
        }

        var value = WrittenCaptures.ReferencesOf(_info.Graph).Contains(capture.Id) ? ReferenceTo(capture.Value, capture.Value) : Evaluate(capture.Value);
        _state = _state.Write(new Place(_frame, capture.Id), value, isSure: true);
        return value;
    }

    private bool IsWritten(IFlowCaptureOperation capture) =>
        capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation
        && WrittenCaptures.Of(_info.Graph).Contains(capture.Id);

    private Value ReferenceTo(IOperation target, IOperation site)
    {
        if (target is IMethodReferenceOperation method)
            return MethodDelegate(method);
        if (target is IFlowCaptureReferenceOperation capture && WrittenCaptures.ReferencesOf(_info.Graph).Contains(capture.Id))
            return _state.Read(new Place(_frame, capture.Id));
        var places = PlacesOf(target);
        if (places.IsEmpty)
            return Value.Something.Plus(_state.LabelsWithin(Evaluate(target)));
        return Value.ToObjects(places.Select(place => Reference(place, site, IsPointer: site is IAddressOfOperation)));
    }

    private int Reference(Place place, IOperation site, bool IsPointer)
    {
        if (_state.Heap.TryGetValue(place.Object, out var owner) && owner.Kind == ObjectKind.Frame)
            _interpreter.Capture(place.Object);

        // A pointer is a value of its own; a `ref` is read and written through.
        var id = _interpreter.IdOf((site.Syntax, place), _info.Context, 0);
        _state = _state.With(id, new HeapObject(ObjectKind.Reference, IsPointer ? _interpreter.Code.Compilation.ObjectType : null, SlotMap.Empty, Tag: place));
        return id;
    }

    private Value Indices(ImmutableArray<IOperation> indices)
    {
        var values = indices.Select(Evaluate).ToList();
        return values.TrueForAll(static v => v.IsConstant(out _)) ? Value.Of(string.Join(",", values.Select(static v => v.Constants[0]))) : Value.Something;
    }
}
