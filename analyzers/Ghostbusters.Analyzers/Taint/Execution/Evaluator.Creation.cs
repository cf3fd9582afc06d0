using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Making objects: constructors, arrays, tuples, delegates, copies.</content>
internal sealed partial class Evaluator
{
    private Value Create(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor || creation.Type is not INamedTypeSymbol type)
            return Combine(creation, [.. creation.Arguments.Select(a => Evaluate(a.Value))], creation.Type);
        var arguments = Arguments(creation.Arguments, constructor);
        return IsDead ? Value.Nothing : Construct(type, constructor, arguments, creation);
    }

    /// <summary>Makes an object by a constructor.</summary>
    public Value Construct(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Argument> arguments, IOperation site)
    {
        CheckSink(MemberTarget.Of(constructor), null, arguments, site, type.Name);
        if (TypeKinds.IsOfLibrary(type))
            return ConstructLibrary(type, constructor, arguments, site);
        var made = Value.ToObject(Allocate(site.Syntax, new HeapObject(ObjectKind.Instance, type, SlotMap.Empty)));
        RunConstructor(constructor, type, made, arguments, site);
        return IsDead ? Value.Nothing : made;
    }

    private Value ConstructLibrary(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Argument> arguments, IOperation site)
    {
        var call = new LibraryCall(type.Name, constructor, null, arguments, site);
        if (LibraryRuntime.MayThrow(call))
            Raise(Value.Something, _state);
        if (LibraryRuntime.Construct(this, type, call) is { } known)
            return known;
        var model = _interpreter.ModelOf(MemberTarget.Of(constructor));
        if (model is { Source: not SourceKinds.None } && !WriteOnlyFiles.Opens(call))
            return Enter(model.Source, site, type);
        Delegates.EscapeArguments(this, call, out var fromDelegates);
        var labels = model is { HasSummary: true } ? ModelledFlow.Apply(this, call, model)
            : Derive(site, arguments.Aggregate(fromDelegates, (all, a) => all.Union(_state.LabelsWithin(a.Value))));
        if (model is { Sanitizes: not SinkKinds.None } sanitizer)
            labels = labels.Select(l => l with { Safe = l.Safe | sanitizer.Sanitizes });
        if (!TypeKinds.HasIdentity(type))
            return Typed(Value.Tainted(labels, type), type);
        var made = Allocate(site.Syntax, new HeapObject(ObjectKind.Foreign, type, PropertiesBy(type, arguments), Value.Anything.Plus(labels)));
        return Value.ToObject(made).Plus(labels);
    }

    // `: base(message)`: what a library's constructor takes is what its properties give.
    private void KeepInBase(INamedTypeSymbol parent, Value made, ImmutableArray<Argument> arguments)
    {
        foreach (var pair in PropertiesBy(parent, arguments))
            WritePlaces([.. made.Objects.Select(id => new Place(id, pair.Key))], pair.Value);
    }

    // `new ProcessStartInfo(fileName, arguments)`: what a constructor takes is what the property of that name gives.
    private static SlotMap PropertiesBy(INamedTypeSymbol type, ImmutableArray<Argument> arguments)
    {
        var slots = SlotMap.Empty;
        if (IsWriterOrStream(type) && arguments.FirstOrDefault(static a => a.Parameter is { } p && IsWriterOrStream(p.Type)) is { Value: { Objects.IsEmpty: false } inner })
            slots = slots.SetItem(Wrapped, inner);
        if (type.Name == "Regex" && !arguments.IsEmpty)
            slots = slots.SetItem(Library.RegexCalls.Pattern, arguments[0].Value);
        foreach (var argument in arguments.Where(static a => a.Parameter is not null))
        {
            for (var t = type; t is not null; t = t.BaseType)
            {
                if (t.GetMembers().FirstOrDefault(m => m is IPropertySymbol && m.Name.Equals(argument.Parameter!.Name, StringComparison.OrdinalIgnoreCase)) is { } property)
                {
                    slots = slots.SetItem(property.Name, argument.Value);
                    break;
                }
            }
        }

        return slots;
    }

    private static bool IsWriterOrStream(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name is "Stream" or "TextWriter" or "BinaryWriter" or "XmlWriter" or "TextReader" or "BinaryReader")
                return true;
        }

        return false;
    }

    /// <summary>Runs a constructor of the source on a new object: initializers first, as C# has it.</summary>
    public void RunConstructor(IMethodSymbol constructor, INamedTypeSymbol type, Value made, ImmutableArray<Argument> arguments, IOperation site)
    {
        if (!_state[State.Statics].Slots.ContainsKey(type))
            _state = _interpreter.InitializeStatics(type, _state);
        var syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_interpreter.Cancellation);
        var chained = (syntax as ConstructorDeclarationSyntax)?.Initializer;
        if (IsCopyConstructor(constructor))
        {
            CopySlots(arguments[0].Value, made);
            return;
        }

        if (syntax is TypeDeclarationSyntax primary)
        {
            KeepParameters(constructor, type, made, arguments);
            RunInitializers(type, made);
            RunPrimaryBase(primary, type, made, constructor, arguments, site);
            return;
        }

        if (chained?.ThisOrBaseKeyword.ValueText != "this")
            RunInitializers(type, made);
        if (chained is null && type.BaseType is { } parent && !TypeKinds.IsOfLibrary(parent) && parent.InstanceConstructors.FirstOrDefault(static c => c.Parameters.All(static p => p.IsOptional)) is { } inherited)
            RunConstructor(inherited, parent, made, [.. inherited.Parameters.Select(static p => Argument.Of(p, p.HasExplicitDefaultValue ? Value.Of(p.ExplicitDefaultValue) : Value.Something))], site);
        if (!IsDead && _interpreter.Code.GraphOf(constructor, _interpreter.Cancellation) is not null)
            RunBodies(new Dispatch.Targets([(constructor, made)], false), constructor, made, arguments, site);
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { IsImplicitlyDeclared: true, Parameters.Length: 1, ContainingType: { IsRecord: true } owner } && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, owner);

    private void RunInitializers(INamedTypeSymbol type, Value made)
    {
        foreach (var graph in _interpreter.Code.InitializersOf(type, isStatic: false, _interpreter.Cancellation))
            _state = _interpreter.RunInitializer(graph, type, made, 0, _state) with { Exits = _state.Exits };
    }

    // The parameters of a primary constructor live on in the object; a record's are properties too.
    private void KeepParameters(IMethodSymbol constructor, INamedTypeSymbol type, Value made, ImmutableArray<Argument> arguments)
    {
        for (var i = 0; i < constructor.Parameters.Length && i < arguments.Length; i++)
        {
            var parameter = constructor.OriginalDefinition.Parameters[i];
            WritePlaces([.. made.Objects.Select(id => new Place(id, parameter))], arguments[i].Value);
            if (type.IsRecord && type.OriginalDefinition.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                WritePlaces([.. made.Objects.Select(id => new Place(id, property))], arguments[i].Value);
        }
    }

    private void RunPrimaryBase(TypeDeclarationSyntax declaration, INamedTypeSymbol type, Value made, IMethodSymbol constructor, ImmutableArray<Argument> arguments, IOperation site)
    {
        if (type.BaseType is not { } parent)
            return;
        if (_interpreter.Code.BaseCallOf(declaration, _interpreter.Cancellation) is { } graph)
        {
            if (Choices.Take(() => RunBaseCall(graph, made, constructor, arguments, site)) is { } outcome)
                _state = outcome.State with { Exits = _state.Exits };
            else
                Die();
            return;
        }

        var written = declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault();
        var parameters = parent.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == (written?.ArgumentList.Arguments.Count ?? 0));
        if (parameters is null)
            return;
        var passed = parameters.Parameters.Select((p, i) => Argument.Of(p, Passed(written?.ArgumentList.Arguments[i].Expression, constructor, arguments))).ToImmutableArray();
        if (TypeKinds.IsOfLibrary(parent))
        {
            KeepInBase(parent, made, passed);
            return;
        }

        RunConstructor(parameters, parent, made, passed, site);
    }

    private List<Outcome> RunBaseCall(Flow.FlowGraph graph, Value made, IMethodSymbol constructor, ImmutableArray<Argument> arguments, IOperation site)
    {
        var outcomes = _interpreter.Run(constructor, made, arguments, (site.Syntax, "base"), _info.Context, 0, graph, _state);
        foreach (var thrown in outcomes.Thrown)
            Raise(thrown.Result, thrown.State with { Exits = _state.Exits });
        return outcomes.Returned;
    }

    // `record Dog(string Name) : Animal(Name)`: a parameter that is handed on as it is; anything else is made of all of them.
    private Value Passed(ExpressionSyntax? expression, IMethodSymbol constructor, ImmutableArray<Argument> arguments)
    {
        if (expression is LiteralExpressionSyntax { Token.Value: var constant })
            return Value.Of(constant);
        for (var i = 0; i < arguments.Length && i < constructor.Parameters.Length; i++)
        {
            if (expression is IdentifierNameSyntax name && name.Identifier.ValueText == constructor.Parameters[i].Name)
                return arguments[i].Value;
        }

        var used = expression?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static n => n.Identifier.ValueText).ToList() ?? [];
        return Value.Tainted(arguments.Where((_, i) => i < constructor.Parameters.Length && used.Contains(constructor.Parameters[i].Name)).Aggregate(LabelSet.None, (all, a) => all.Union(_state.LabelsWithin(a.Value))));
    }

    private Value CreateTypeParameter(ITypeParameterObjectCreationOperation creation) =>
        Bound(creation.Type) is INamedTypeSymbol type && type.InstanceConstructors.FirstOrDefault(static c => c.Parameters.IsEmpty) is { } constructor
            ? Construct(type, constructor, [], creation) : Foreign((creation.Syntax, "new"), creation.Type, LabelSet.None);

    private Value CreateDynamic(IDynamicObjectCreationOperation creation)
    {
        var values = creation.Arguments.Select(Evaluate).ToImmutableArray();
        var constructor = (creation.Type as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == values.Length);
        return constructor is null ? Combine(creation, values, creation.Type)
            : Construct(constructor.ContainingType, constructor, [.. values.Select((v, i) => Argument.Of(constructor.Parameters[i], v))], creation);
    }

    private Value CreateAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var slots = SlotMap.Empty;
        foreach (var assignment in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var value = Evaluate(assignment.Value);
            if (assignment.Target is IPropertyReferenceOperation { Property: var property })
                slots = slots.SetItem(TypeKinds.IsOfLibrary(property.ContainingType) ? property.Name : property.OriginalDefinition, value);
        }

        return IsDead ? Value.Nothing : Value.ToObject(Allocate(anonymous.Syntax, new HeapObject(ObjectKind.Instance, anonymous.Type, slots)));
    }

    private Value CreateArray(IArrayCreationOperation array)
    {
        var sizes = array.DimensionSizes.Select(Evaluate).ToList();
        foreach (var size in sizes)
            ReportFlows(SinkKinds.Resource, size, array, "array size");
        if (array.Initializer is { } initializer)
            return CreateSequence(array, array.Type, [.. initializer.ElementValues.Select(Evaluate)]);
        if (IsDead)
            return Value.Nothing;
        var element = Defaults.OfType((array.Type as IArrayTypeSymbol)?.ElementType);
        return sizes.Count == 1 && sizes[0].IsConstant(out var length) && length is int and >= 0 and <= 64
            ? CreateSequence(array, array.Type, [.. Enumerable.Repeat(element, (int)length)])
            : sizes.Count > 1 ? Value.ToObject(Allocate(array.Syntax, new HeapObject(ObjectKind.Map, array.Type, SlotMap.Empty, element)))
            : Value.ToObject(Allocate(array.Syntax, new HeapObject(ObjectKind.Sequence, array.Type, SlotMap.Empty, element)));
    }

    // `stackalloc char[n]` and `stackalloc[] { … }`.
    private Value CreateBlock(IOperation block)
    {
        var values = block.ChildOperations.Select(Evaluate).ToList();
        return IsDead ? Value.Nothing : Value.ToObject(Allocate(block.Syntax, new HeapObject(ObjectKind.Sequence, block.Type, SlotMap.Empty,
            values.Aggregate(Value.Something, (all, v) => all.Join(Value.Tainted(_state.LabelsWithin(v)))))));
    }

    // The default of a struct is a struct of its own.
    private Value CreateDefault(IDefaultValueOperation operation)
    {
        var type = Bound(operation.Type);
        return TypeKinds.IsCopied(type) && TypeKinds.HasIdentity(type!) && TypeKinds.ObjectKindOf(type!) == ObjectKind.Instance
            ? Value.ToObject(Allocate(operation.Syntax, new HeapObject(ObjectKind.Instance, type, SlotMap.Empty))) : Defaults.OfType(type);
    }

    /// <summary>An array or collection of these elements.</summary>
    public Value CreateSequence(IOperation site, ITypeSymbol? type, ImmutableArray<Value> elements)
    {
        if (IsDead)
            return Value.Nothing;
        const int mostApart = 64;
        if (elements.Length > mostApart)
            return Value.ToObject(Allocate(site.Syntax, new HeapObject(ObjectKind.Sequence, type, SlotMap.Empty, elements.Aggregate(static (a, b) => a.Join(b)))));
        var slots = SlotMap.Of(elements.Select(static (e, i) => ((object)i, e)));
        return Value.ToObject(Allocate(site.Syntax, new HeapObject(ObjectKind.Sequence, type, slots, Count: elements.Length)));
    }

    private Value CreateCollection(ICollectionExpressionOperation collection)
    {
        var made = collection.Type is { } type && TypeKinds.ObjectKindOf(type) == ObjectKind.Map
            ? Value.ToObject(Allocate(collection.Syntax, new HeapObject(ObjectKind.Map, type, SlotMap.Empty)))
            : CreateSequence(collection, collection.Type, []);
        foreach (var element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
                Sequences.AppendAll(this, made, Evaluate(spread.Operand));
            else
                Sequences.Append(this, made, Evaluate(element));
        }

        return IsDead ? Value.Nothing : made;
    }

    private Value CreateTuple(ITupleOperation tuple)
    {
        var values = tuple.Elements.Select(e => Copied(Evaluate(e), e.Type, e)).ToList();
        var slots = SlotMap.Empty;
        for (var i = 0; i < values.Count; i++)
            slots = slots.SetItem("Item" + (i + 1), values[i]);
        return IsDead ? Value.Nothing : Value.ToObject(Allocate(tuple.Syntax, new HeapObject(ObjectKind.Instance, tuple.Type, slots)));
    }

    private Value CopyWith(IWithOperation with)
    {
        var operand = Evaluate(with.Operand);
        if (IsDead)
            return Value.Nothing;
        var copies = operand.Objects.Select(id => Allocate((with.Syntax, id), _state[id])).ToList();
        var made = copies.Count == 0 ? Foreign((with.Syntax, "with"), with.Type, operand.Labels) : Value.ToObjects(copies);
        var slot = new Place(_frame, FrameSlots.Receiver);
        _state = _state.Write(slot, made, isSure: true);
        foreach (var assignment in with.Initializer.Initializers)
            Evaluate(assignment);
        return IsDead ? Value.Nothing : made;
    }

    private void CopySlots(Value from, Value to)
    {
        foreach (var id in to.Objects)
        {
            foreach (var source in from.Objects)
                _state = _state.With(id, _state[id] with { Slots = _state[source].Slots, Rest = _state[source].Rest });
        }
    }

    private Value CreateRange(IRangeOperation range)
    {
        var left = range.LeftOperand is { } l ? Evaluate(l) : Value.Of(0);
        var right = range.RightOperand is { } r ? Evaluate(r) : Value.Of(Sequences.FromEnd(0));
        return left.IsConstant(out var start) && right.IsConstant(out var end) && start is int or Sequences.EndIndex && end is int or Sequences.EndIndex
            ? Value.Of(new Sequences.ConstantRange(start!, end!)) : Value.Something;
    }

    private Value MethodDelegate(IMethodReferenceOperation reference) => Delegates.Of(this, reference, reference.Method);

    private Value CreateDelegate(IDelegateCreationOperation creation) => creation.Target switch
    {
        IMethodReferenceOperation reference => Delegates.Of(this, creation, reference.Method, reference),
        IFlowAnonymousFunctionOperation lambda => LambdaDelegate(lambda),
        var other => Evaluate(other),
    };

    private Value LambdaDelegate(IFlowAnonymousFunctionOperation lambda)
    {
        _interpreter.Capture(_frame);
        for (var info = _info; info.Around != 0 && _state.Heap.TryGetValue(info.Around, out var around) && around.Tag is FrameInfo outer; info = outer)
            _interpreter.Capture(info.Around);
        var target = new DelegateTarget(lambda.Symbol, null, lambda, _info.Graph.Source, _frame, IsVirtual: false);
        return Value.ToObject(Allocate(lambda.Syntax, new HeapObject(ObjectKind.Delegate, null, SlotMap.Empty, Tag: new DelegateTargets([target]))));
    }

    /// <summary>The receiver of a method that a delegate is made of.</summary>
    public Value? ReceiverOf(IMethodReferenceOperation? reference) => reference?.Instance is { } instance ? Evaluate(instance) : null;

    /// <summary>Runs the body behind a delegate.</summary>
    public Value RunTarget(DelegateTarget target, ImmutableArray<Argument> arguments, IOperation site)
    {
        if (target.Lambda is { } lambda)
        {
            var graph = _interpreter.Code.FlowOf(target.Graph!.GetAnonymousFunctionControlFlowGraph(lambda, _interpreter.Cancellation));
            return RunClosure(target, graph, arguments, site);
        }

        if (target.Method.MethodKind == MethodKind.LocalFunction)
        {
            var local = target.Graph?.LocalFunctions.FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f, target.Method.OriginalDefinition));
            if (local is not null)
                return RunClosure(target, _interpreter.Code.FlowOf(target.Graph!.GetLocalFunctionControlFlowGraph(local, _interpreter.Cancellation)), arguments, site);
        }

        return Call(target.Method, target.Receiver, [.. arguments.Take(target.Method.Parameters.Length).Select((a, i) => a with { Parameter = target.Method.Parameters[i] })], site, target.IsVirtual);
    }

    private Value RunClosure(DelegateTarget target, Flow.FlowGraph graph, ImmutableArray<Argument> arguments, IOperation site)
    {
        var taken = Choices.Take(() =>
        {
            var outcomes = _interpreter.Run(target.Method, null, ByReference([.. arguments.Select((a, i) => a with { Parameter = i < target.Method.Parameters.Length ? target.Method.Parameters[i] : null })], target.Method, site), (site.Syntax, target.Method), _info.Context, target.Frame, graph, _state);
            foreach (var thrown in outcomes.Thrown)
                Raise(thrown.Result, thrown.State with { Exits = _state.Exits });
            return outcomes.Returned;
        });
        if (taken is not { } outcome)
            return Die();
        _state = outcome.State with { Exits = _state.Exits };
        return outcome.Result;
    }

    /// <summary>The graph and frame that a local function is found by later.</summary>
    public (Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowGraph? Graph, int Frame) HomeOf(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction)
            return (null, 0);
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (info.Graph.Source.LocalFunctions.Any(f => SymbolEqualityComparer.Default.Equals(f, method.OriginalDefinition)))
            {
                _interpreter.Capture(frame);
                return (info.Graph.Source, frame);
            }
        }

        return (null, 0);
    }
}
