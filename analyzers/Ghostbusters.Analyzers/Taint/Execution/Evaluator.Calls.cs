using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>Calls: which bodies run, and what a library does.</content>
internal sealed partial class Evaluator
{
    private Value Invoke(IInvocationOperation invocation)
    {
        var result = InvokeMethod(invocation);
        return invocation.TargetMethod is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } && Behind(result) is { IsEmpty: false } places ? _state.Read(places) : result;
    }

    private Value InvokeMethod(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance is { } instance ? Receiver(instance) : null;
        if (IsDead)
            return Value.Nothing;
        var arguments = Arguments(invocation.Arguments, invocation.TargetMethod);
        if (IsDead)
            return Value.Nothing;
        var method = Constrained(invocation.TargetMethod, invocation.ConstrainedToType);
        CheckInherited(invocation, method, receiver, arguments);
        var isVirtual = invocation.IsVirtual && invocation.Instance is not IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax };
        return Typed(Call(BindTypes(method), receiver, arguments, invocation, isVirtual), invocation.Type);
    }

    // `headers.Add(…)` binds to IDictionary: a model may name the interface that it is called on.
    private void CheckInherited(IInvocationOperation invocation, IMethodSymbol method, Value? receiver, ImmutableArray<Argument> arguments)
    {
        if (invocation.Instance?.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } called && TypeKinds.IsOfLibrary(called) && !SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.ContainingType.OriginalDefinition)
            && !_state.LabelsWithin(arguments.Aggregate(Value.Nothing, static (all, a) => all.Join(a.Value))).IsEmpty)
        {
            CheckSink(MemberTarget.Unbound(called.ToDisplayString(), [], method.Name), receiver, arguments, invocation, method.Name);
        }
    }

    // `T.Create()`: what T stands for says which method that is.
    private IMethodSymbol Constrained(IMethodSymbol method, ITypeSymbol? constraint) =>
        constraint is not null && Bound(constraint) is INamedTypeSymbol type && method.ContainingType.TypeKind == TypeKind.Interface && Dispatch.Implementation(method, type) is { } own ? own : method;

    // The receiver of a struct's method is the variable itself; reading it makes no copy here.
    private Value Receiver(IOperation instance)
    {
        var receiver = Owner(instance);
        return IsDead ? Value.Nothing : DropNull(receiver, instance);
    }

    private IMethodSymbol BindTypes(IMethodSymbol method)
    {
        if (method.TypeArguments.IsEmpty || !method.TypeArguments.Any(static t => t is ITypeParameterSymbol))
            return method;
        var types = method.TypeArguments.Select(t => Bound(t) ?? t).ToArray();
        return method.ConstructedFrom.Construct(types);
    }

    /// <summary>The arguments in the order of the parameters, evaluated in the order of the source.</summary>
    private ImmutableArray<Argument> Arguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var byParameter = new Argument[Math.Max(arguments.Length, method.Parameters.Length)];
        for (var i = 0; i < byParameter.Length; i++)
            byParameter[i] = Argument.Of(i < method.Parameters.Length ? method.Parameters[i] : null, Value.Something);
        for (var i = 0; i < arguments.Length; i++)
        {
            var at = arguments[i].Parameter?.Ordinal ?? i;
            if (at < byParameter.Length)
                byParameter[at] = Evaluated(arguments[i]);
        }

        return [.. byParameter];
    }

    private Argument Evaluated(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: RefKind.Ref or RefKind.Out } parameter)
            return new Argument(argument.Parameter, Copied(Evaluate(argument.Value), argument.Value.Type, argument), [], argument.Value);
        var places = PlacesOf(argument.Value);
        if (parameter.RefKind == RefKind.Out)
            return new Argument(parameter, Value.Something, places, argument.Value);
        return new Argument(parameter, Evaluate(argument.Value), places, argument.Value);
    }

    /// <summary>Calls a method on a receiver.</summary>
    /// <param name="method">The method that the source names, with its type arguments.</param>
    /// <param name="receiver">What it is called on; null where it is static.</param>
    /// <param name="arguments">In the order of its parameters.</param>
    /// <param name="site">The call.</param>
    /// <param name="isVirtual">Whether the receiver's type says which override runs.</param>
    public Value Call(IMethodSymbol method, Value? receiver, ImmutableArray<Argument> arguments, IOperation site, bool isVirtual)
    {
        if (_interpreter.Budget.IsSpent)
            return Die();
        method = method.PartialImplementationPart ?? method;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Delegates.Invoke(this, receiver ?? Value.Something, arguments, site);
        if (method.MethodKind == MethodKind.Constructor && receiver is not null && site is IInvocationOperation && !TypeKinds.IsOfLibrary(method.ContainingType))
        {
            RunConstructor(method, method.ContainingType, receiver, arguments, site);
            return Value.Something;
        }

        CheckSink(MemberTarget.Of(method), receiver, arguments, site, method.Name);
        var isSourceOrMade = !TypeKinds.IsOfLibrary(method.ContainingType) || method.MethodKind == MethodKind.LocalFunction;
        if (isSourceOrMade && _interpreter.ModelOf(MemberTarget.Of(method)) is { } model && (model.Source is not (SourceKinds.None or SourceKinds.Exception) || model.Sanitizes != SinkKinds.None))
            return RunLibrary(method, receiver, arguments, site);
        var targets = Dispatch.Of(this, method, receiver, isVirtual);
        return targets.Bodies.IsEmpty ? RunLibrary(method, receiver, arguments, site) : RunBodies(targets, method, receiver, arguments, site);
    }

    private Value RunBodies(Dispatch.Targets targets, IMethodSymbol method, Value? receiver, ImmutableArray<Argument> arguments, IOperation site)
    {
        if (IsBeside(targets, method, receiver, arguments))
            return Foreign((site.Syntax, "skipped"), method.ReturnType, LabelSet.None);
        var taken = Choices.Take(() =>
        {
            var all = Outcomes.New();
            foreach (var (body, self) in targets.Bodies)
            {
                var before = _state;
                var bound = ByReference(arguments, body, site);
                var outcomes = _interpreter.Run(body, self, bound, site.Syntax, _info.Context, AroundOf(body), LocalGraph(body), _state);
                all.Returned.AddRange(outcomes.Returned);
                all.Thrown.AddRange(outcomes.Thrown);
                _state = before;
            }

            foreach (var thrown in all.Thrown)
                Raise(thrown.Result, thrown.State with { Exits = _state.Exits });
            if (targets.MayBeOther)
                all.Returned.Add(new Outcome(Combine(site, [receiver ?? Value.Something, .. arguments.Select(static a => a.Value)], method.ReturnType), _state));
            return all.Condensed().Returned;
        });
        if (taken is not { } outcome)
            return Die();
        _state = outcome.State with { Exits = _state.Exits };
        var labels = outcome.Result.Labels;
        if (!labels.IsEmpty && method.ReturnType.SpecialType == SpecialType.System_String && targets.Bodies.All(b => _interpreter.Code.IsFileNameCleaner(b.Body, _interpreter.Cancellation)))
            labels = labels.Select(static l => l with { Safe = l.Safe | SinkKinds.Path | SinkKinds.ZipSlip });
        return labels.IsEmpty ? outcome.Result : outcome.Result.With(labels: labels.Select(l => l with { Path = Station(l.Path, site.Syntax) }));
    }

    // Nothing tainted goes in, and no source lies behind it: far down, or where many bodies may run, the call is not followed.
    private bool IsBeside(Dispatch.Targets targets, IMethodSymbol method, Value? receiver, ImmutableArray<Argument> arguments)
    {
        const int deep = 12;
        // What makes an object decides which methods run on it.
        if (method.ReturnType is INamedTypeSymbol { IsAbstract: true } made && !TypeKinds.IsOfLibrary(made))
            return false;
        return (targets.Bodies.Length > 1 || _interpreter.Depth > deep || !_interpreter.Code.IsSmall(targets.Bodies[0].Body, _interpreter.Cancellation)) && !targets.Bodies.Any(b => _interpreter.LeadsToSource(b.Body))
            && method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension && arguments.All(a => a.Places.IsEmpty && _state.LabelsWithin(a.Value).IsEmpty)
            && (receiver is null || _state.LabelsWithin(receiver).IsEmpty) && _state.LabelsWithin(Value.ToObject(State.Statics)).IsEmpty;
    }

    // A parameter that is passed by reference is another name for the caller's variable.
    private ImmutableArray<Argument> ByReference(ImmutableArray<Argument> arguments, IMethodSymbol body, IOperation site)
    {
        var bound = arguments.ToBuilder();
        for (var i = 0; i < bound.Count; i++)
        {
            var argument = bound[i];
            if (!argument.Places.IsEmpty && argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
                bound[i] = argument with
                {
                    Value = argument.Value.Objects.Length == 1 && _state.Heap.TryGetValue(argument.Value.Objects[0], out var target) && target is { Kind: ObjectKind.Reference, Type: null } && argument.Operation is null
                    ? argument.Value : Value.ToObjects(argument.Places.Select(p => Reference(p, argument.Operation ?? site, IsPointer: false)))
                };
            else if (!argument.Value.Labels.IsEmpty && i < body.Parameters.Length)
                bound[i] = argument with { Value = argument.Value.With(labels: argument.Value.Labels.Select(l => l with { Path = Station(l.Path, argument.Operation?.Syntax ?? site.Syntax) })) };
        }

        return bound.ToImmutable();
    }

    private int AroundOf(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction ? FrameOfFunction(method.ContainingSymbol) : 0;

    private int FrameOfFunction(ISymbol function)
    {
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (SymbolEqualityComparer.Default.Equals(info.Function.OriginalDefinition, function.OriginalDefinition))
                return frame;
        }

        return _frame;
    }

    /// <summary>The graph of a local function, looked up in the functions around this code.</summary>
    public Flow.FlowGraph? LocalGraph(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction)
            return null;
        for (var frame = _frame; frame != 0 && _state.Heap.TryGetValue(frame, out var owner) && owner.Tag is FrameInfo info; frame = info.Around)
        {
            if (info.Graph.Source.LocalFunctions.FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f, method.OriginalDefinition)) is { } local)
                return _interpreter.Code.FlowOf(info.Graph.Source.GetLocalFunctionControlFlowGraph(local, _interpreter.Cancellation));
        }

        return null;
    }

    /// <summary>What a call into a library gives.</summary>
    public Value RunLibrary(IMethodSymbol method, Value? receiver, ImmutableArray<Argument> arguments, IOperation site)
    {
        if (method.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.Name == "GeneratedRegexAttribute") is { ConstructorArguments.IsEmpty: false } generated)
            return Value.ToObject(Allocate(site.Syntax, new HeapObject(ObjectKind.Foreign, method.ReturnType, SlotMap.Empty.SetItem(RegexCalls.Pattern, Value.Of(generated.ConstructorArguments[0].Value)), Value.Anything)));
        var call = new LibraryCall(method.Name, method, receiver, arguments, site);
        if (ResultOf(call) is not { } result)
            return Die();
        if (LibraryRuntime.MayThrow(call))
            Raise(Value.Something, State);
        return result;
    }

    private Value? ResultOf(LibraryCall call)
    {
        if (call is { Receiver: { } made, Method: { MethodKind: MethodKind.Constructor, ContainingType: var parent } } && Objects.IsException(parent))
        {
            KeepInBase(parent, made, call.Arguments);
            return Value.Something;
        }

        var before = _state;
        if (LibraryRuntime.MayThrow(call))
            Raise(Value.Something, before);
        var model = _interpreter.ModelOf(MemberTarget.Of(call.Method!));
        if (model is { Source: not SourceKinds.None } && WriteOnlyFiles.Opens(call))
            model = model with { Source = SourceKinds.None };
        if (model is { Source: not SourceKinds.None })
            return Modelled(call, model);
        if (LibraryRuntime.Call(this, call) is { } known)
            return IsDead ? null : known;
        return Modelled(call, model);
    }

    /// <summary>What a member does by its model, or else by the default for what is not known.</summary>
    public Value Modelled(LibraryCall call, MemberModel? model)
    {
        var type = call.ResultType;
        if (model is { Source: not SourceKinds.None })
            return EnterBy(call, model);
        var labels = ModelledFlow.Apply(this, call, model);
        Delegates.EscapeArguments(this, call, out var fromDelegates);
        labels = labels.Union(fromDelegates);
        if (model is { Sanitizes: not SinkKinds.None } sanitizer)
            labels = labels.Select(l => l with { Safe = l.Safe | sanitizer.Sanitizes });
        if (MimeTables.Answers(call))
            labels = labels.Select(static l => l with { Safe = l.Safe | MimeTables.Safe });
        if (IsDecoder(call.Name))
            labels = labels.Select(static l => l with { Safe = SinkKinds.None, Origin = null });
        var result = type is not null && TypeKinds.HasIdentity(type) && !labels.IsEmpty | type.TypeKind is TypeKind.Class or TypeKind.Interface or TypeKind.Array
            ? Foreign((call.Site.Syntax, "result"), type, labels)
            : type is { SpecialType: SpecialType.System_Boolean } ? Value.Something : Value.Tainted(labels, type);
        if (model is { Guards: not SinkKinds.None } guard)
            result = Guarded(result, call, guard);
        return Typed(result, type);
    }

    // What it decodes is text that nobody has looked at.
    private static bool IsDecoder(string name) => name is "HtmlDecode" or "UrlDecode" or "UnescapeDataString" or "FromBase64String" or "FromHexString" or "Unescape" or "UrlDecodeToBytes";

    private Value Guarded(Value result, LibraryCall call, MemberModel guard)
    {
        var target = guard.Checks.Kind == SlotKind.This ? call.Receiver ?? Value.Nothing : call[guard.Checks.Index];
        var answers = target.Labels.All.Select(l => new Guard(l.Key, guard.GuardWhen, guard.Guards));
        // What is no yes or no is something that was looked up.
        return result.With(guards: [.. result.Guards, .. answers, .. call.ResultType?.SpecialType == SpecialType.System_Boolean ? [] : answers.Select(static g => g with { IsPresence = true })]);
    }

    private Value EnterBy(LibraryCall call, MemberModel model)
    {
        var result = Value.Nothing;
        foreach (var slot in model.Taints)
        {
            var entered = Enter(model.Source, call.Site, slot.Kind == SlotKind.Return ? call.ResultType : null);
            if (slot.Kind == SlotKind.Return)
                result = entered;
            else
                Taint(slot.Kind == SlotKind.This ? call.Receiver : slot.Index < call.Arguments.Length ? call[slot.Index] : null, call, slot, entered.Labels);
        }

        // The text of an exception is also what the program put into it.
        if (model.Source == SourceKinds.Exception && call.Receiver is { } told)
            result = result.Plus(Derive(call.Site, _state.LabelsWithin(told)));
        return result.IsNothing ? Typed(Value.Tainted(LabelSet.None, call.ResultType), call.ResultType) : Typed(result, call.ResultType);
    }

    private Value InvokePointer(IFunctionPointerInvocationOperation pointer)
    {
        var target = Evaluate(pointer.Target);
        var arguments = pointer.Arguments.Select(a => Argument.Of(a.Parameter, Evaluate(a.Value))).ToImmutableArray();
        return Delegates.Invoke(this, target, arguments, pointer);
    }

    /// <summary>Reports data from outside that this member must not get.</summary>
    public void CheckSink(MemberTarget target, Value? receiver, ImmutableArray<Argument> arguments, IOperation site, string name)
    {
        if (_interpreter.ModelOf(target) is not { Sinks.IsEmpty: false } model)
            return;
        foreach (var sink in model.Sinks)
        {
            var slot = sink.Slot;
            var value = slot.Kind switch
            {
                SlotKind.This => receiver,
                SlotKind.Value => arguments.Length > 0 ? arguments[arguments.Length - 1].Value : null,
                SlotKind.AllArguments => arguments.Aggregate(Value.Nothing, static (all, a) => all.Join(a.Value)),
                _ => slot.Index < arguments.Length ? arguments[slot.Index].Value : null,
            };
            if (value is null || (slot.Kind == SlotKind.Argument && !sink.Accepts(TypeBehind(arguments[slot.Index]))) || !Holds(sink.Where, receiver, arguments))
                continue;
            ReportFlows(sink.Kinds, slot.Property is { } property ? PropertyOf(value, property) : value, site, name);
        }
    }

    // A condition is about the text of another argument: a constant that it is, or the expression as it is written.
    private static bool Holds((Slot Argument, string Text)? where, Value? receiver, ImmutableArray<Argument> arguments)
    {
        if (where is not { } condition)
            return true;
        if (condition.Argument.Kind != SlotKind.Argument || condition.Argument.Index >= arguments.Length)
            return false;
        var argument = arguments[condition.Argument.Index];
        return argument.Value.Constants.Any(c => c is string text && text.IndexOf(condition.Text, StringComparison.OrdinalIgnoreCase) >= 0)
            || argument.Operation?.Syntax.ToString().IndexOf(condition.Text, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static ITypeSymbol? TypeBehind(Argument argument) =>
        argument.Operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : argument.Operation?.Type ?? argument.Parameter?.Type;

    private Value PropertyOf(Value value, string path) => path.Split('.').Aggregate(value, OneProperty);

    private Value OneProperty(Value value, string property) =>
        value.Objects.Aggregate(value.With(objects: ImmutableArray<int>.Empty), (all, id) => all.Join(PropertyIn(id, property)));

    private Value PropertyIn(int id, string property) =>
        _state[id].Slots.FirstOrDefault(p => (p.Key is ISymbol s ? s.Name : p.Key as string) == property).Value ?? (_state[id].Rest is { } rest ? Value.Nothing.With(labels: rest.Labels, open: Openness.Any) : Value.Nothing);

    /// <summary>Reports the data from outside in a value that is not safe for this kind of sink.</summary>
    public void ReportFlows(SinkKinds kinds, Value value, IOperation site, string name)
    {
        var labels = _state.LabelsWithin(value);
        if (labels.IsEmpty)
            return;
        for (var bit = 1L; bit < (long)SinkKinds.All; bit <<= 1)
        {
            var kind = (SinkKinds)bit;
            if ((kinds & kind) == 0)
                continue;
            foreach (var label in labels.UnsafeFor(kind))
            {
                var key = (site.Syntax, kind, label.Source.Place);
                if (!_interpreter.Flows.TryGetValue(key, out var known) || known.Path.Length > label.Path.Length)
                    _interpreter.Flows[key] = new TaintedFlow(kind, site.Syntax, name, label.Source, label.Path);
            }
        }
    }
}
