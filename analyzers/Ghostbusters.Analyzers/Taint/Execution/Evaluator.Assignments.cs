using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Assignments of every form.</content>
internal sealed partial class Evaluator
{
    private Value Assign(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            var reference = ReferenceTo(assignment.Value, assignment.Value);
            if (assignment.Target is ILocalReferenceOperation local)
                _state = _state.Write(new Place(FrameOf(local.Local), local.Local), reference, isSure: true);
            else if (assignment.Target is IFieldReferenceOperation)
                WritePlaces(PlacesOf(assignment.Target), reference);
            return Value.Something;
        }

        var value = Copied(Evaluate(assignment.Value), assignment.Value.Type, assignment);
        Write(assignment.Target, Named(assignment, value), assignment);
        return value;
    }

    // A station in the path for a variable that takes tainted data; its text is still the same text.
    private Value Named(ISimpleAssignmentOperation assignment, Value value) => value.Labels.IsEmpty || assignment.Target is not (ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
        ? value
        : value.With(labels: value.Labels.Select(l => l with { Path = Station(l.Path, assignment.Syntax) }));

    /// <summary>What is assigned: a struct is a copy of its own.</summary>
    public Value Copied(Value value, ITypeSymbol? type, IOperation site)
    {
        if (value.Objects.IsEmpty || !TypeKinds.IsCopied(Bound(type)) || TypeKinds.ObjectKindOf(type!) != ObjectKind.Instance)
            return value;
        var copies = value.Objects.Select(id => _state[id].Kind is ObjectKind.Instance or ObjectKind.Foreign ? Allocate((site.Syntax, "copy"), _state[id]) : id).ToList();
        return value.With(objects: [.. copies.OrderBy(static i => i)]);
    }

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        Spread(target, value, deconstruction);
        return value;
    }

    private void Spread(IOperation target, Value value, IOperation site)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            Write(target, value, site);
            return;
        }

        var parts = PartsOf(value, tuple.Elements.Length, site);
        for (var i = 0; i < tuple.Elements.Length; i++)
            Spread(tuple.Elements[i], parts[i], site);
    }

    private ImmutableArray<Value> PartsOf(Value value, int count, IOperation site)
    {
        var parts = new Value[count];
        for (var i = 0; i < count; i++)
            parts[i] = Value.Nothing;
        foreach (var id in value.Objects)
        {
            var own = DeconstructObject(id, count, site);
            for (var i = 0; i < count; i++)
                parts[i] = parts[i].Join(own[i]);
        }

        return [.. parts.Select(p => p.IsNothing ? Value.Tainted(value.Labels) : p)];
    }

    private ImmutableArray<Value> DeconstructObject(int id, int count, IOperation site)
    {
        var target = _state[id];
        if (count == 2 && target.Slots.ContainsKey("Key") && target.Slots.ContainsKey("Value"))
            return [_state.Read(new Place(id, "Key")), _state.Read(new Place(id, "Value"))];
        if (target.Slots.ContainsKey("Item1"))
            return [.. Enumerable.Range(1, count).Select(i => _state.Read(new Place(id, "Item" + i)))];
        var method = target.Type?.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count && m.Parameters.All(static p => p.RefKind == RefKind.Out))
            ?? _interpreter.Code.DeconstructAt(site.Syntax, _interpreter.Cancellation);
        if (method is not null && method.Parameters.Length - (method.IsStatic ? 1 : 0) == count && _interpreter.Code.GraphOf(method, _interpreter.Cancellation) is not null)
        {
            var outs = Enumerable.Range(0, count).Select(i => new Place(_frame, "deconstructed" + i)).ToList();
            var first = method.IsStatic ? 1 : 0;
            var arguments = outs.Select((place, i) => new Argument(method.Parameters[first + i], Value.ToObject(Reference(place, site, IsPointer: false)), [place], null)).ToImmutableArray();
            if (method.IsStatic)
                Call(method, null, arguments.Insert(0, Argument.Of(method.Parameters[0], Value.ToObject(id))), site, isVirtual: false);
            else
                Call(method, Value.ToObject(id), arguments, site, isVirtual: true);
            return [.. outs.Select(_state.Read)];
        }

        // A record gives its positional properties, a pair its key and value, in their order.
        var parameters = (target.Type as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == count)?.Parameters ?? [];
        return [.. Enumerable.Range(0, count).Select(i => i < parameters.Length ? PositionalSlot(id, parameters[i]) : target.AnySlot())];
    }

    private Value PositionalSlot(int id, IParameterSymbol parameter)
    {
        var property = parameter.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        return property is null ? _state[id].AnySlot() : _state.Read(new Place(id, StoredSlot(property) ?? property.Name));
    }

    private Value AssignCompound(ICompoundAssignmentOperation compound)
    {
        var before = Evaluate(compound.Target);
        var change = Evaluate(compound.Value);
        Value after;
        if (compound.OperatorMethod is { } method && IsOfSource(method))
            after = Call(method, null, [Argument.Of(method.Parameters[0], before), Argument.Of(method.Parameters[1], change)], compound, isVirtual: false);
        else if (compound.Type?.TypeKind == TypeKind.Delegate)
            after = Delegates.Combine(this, before, change, compound, compound.OperatorKind == BinaryOperatorKind.Subtract);
        else
            after = Operators.Binary(this, compound, compound.OperatorKind, before, change, compound.Type);
        Write(compound.Target, after, compound);
        return after;
    }

    private Value Step(IIncrementOrDecrementOperation step)
    {
        var before = Evaluate(step.Target);
        var after = step.OperatorMethod is { } method && IsOfSource(method)
            ? Call(method, null, [Argument.Of(method.Parameters[0], before)], step, isVirtual: false)
            : Operators.Step(before, step.Kind == OperationKind.Increment ? 1 : -1);
        Write(step.Target, after, step);
        return step.IsPostfix ? before : after;
    }

    private Value Subscribe(IEventAssignmentOperation subscription)
    {
        var handler = Evaluate(subscription.HandlerValue);
        if (subscription.EventReference is not IEventReferenceOperation { Event: var @event } reference)
            return Value.Something;
        var accessor = subscription.Adds ? @event.AddMethod : @event.RemoveMethod;
        if (accessor is not null && IsOfSource(@event) && _interpreter.Code.GraphOf(accessor, _interpreter.Cancellation) is not null)
        {
            var receiver = reference.Instance is { } instance ? Evaluate(instance) : null;
            return Call(accessor, receiver, [Argument.Of(accessor.Parameters[0], handler)], subscription, isVirtual: true);
        }

        var places = PlacesOf(reference);
        if (!IsOfSource(@event) || places.IsEmpty)
        {
            // A library raises it, some time.
            Delegates.Escape(this, handler, LabelSet.None, subscription);
            return Value.Something;
        }

        WritePlaces(places, Delegates.Combine(this, _state.Read(places), handler, subscription, isRemoval: !subscription.Adds));
        return Value.Something;
    }
}
