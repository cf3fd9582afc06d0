using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Delegates: made, combined, called, and handed to somebody who will call them.</summary>
internal static class Delegates
{
    /// <summary>A delegate of a method.</summary>
    public static Value Of(Evaluator evaluator, IOperation site, IMethodSymbol method, IMethodReferenceOperation? reference = null)
    {
        reference ??= site as IMethodReferenceOperation;
        var (graph, frame) = evaluator.HomeOf(method);
        var target = new DelegateTarget(method, evaluator.ReceiverOf(reference), null, graph, frame, reference?.IsVirtual ?? false);
        return Value.ToObject(evaluator.Allocate((site.Syntax, "delegate"), new HeapObject(ObjectKind.Delegate, null, SlotMap.Empty, Tag: new DelegateTargets([target]))));
    }

    /// <summary>`+`, `-`, `+=` and `-=` on delegates.</summary>
    public static Value Combine(Evaluator evaluator, Value left, Value right, IOperation site, bool isRemoval)
    {
        var own = TargetsOf(evaluator, left);
        var other = TargetsOf(evaluator, right);
        if (isRemoval)
        {
            var rest = own.RemoveAll(t => other.Any(o => SymbolEqualityComparer.Default.Equals(o.Method, t.Method) && Equals(o.Receiver, t.Receiver)));
            return rest.IsEmpty ? left.Open == Openness.Closed ? Value.Null : Value.Anything : Make(evaluator, rest, site);
        }

        var all = own.AddRange(other);
        var made = all.IsEmpty ? Value.Anything : Make(evaluator, all, site);
        return left.Open == Openness.Closed && right.Open == Openness.Closed ? made : made.Join(Value.Something);
    }

    private static Value Make(Evaluator evaluator, ImmutableArray<DelegateTarget> targets, IOperation site) =>
        Value.ToObject(evaluator.Allocate((site.Syntax, "combined"), new HeapObject(ObjectKind.Delegate, null, SlotMap.Empty, Tag: new DelegateTargets(targets))));

    /// <summary>The methods of a delegate, each as a delegate of its own.</summary>
    public static Value Apart(Evaluator evaluator, Value value, IOperation site) =>
        evaluator.CreateSequence(site, null, [.. TargetsOf(evaluator, value).Select(t => Make(evaluator, [t], site))]);

    private static ImmutableArray<DelegateTarget> TargetsOf(Evaluator evaluator, Value value) =>
        [.. value.Objects.Select(id => evaluator.State[id].Tag).OfType<DelegateTargets>().SelectMany(static t => t.All)];

    /// <summary>Calls a delegate: all its methods in turn, the last one's result.</summary>
    public static Value Invoke(Evaluator evaluator, Value callee, ImmutableArray<Argument> arguments, IOperation site)
    {
        var isOne = callee.Objects.Length == 1 && callee.Open == Openness.Closed;
        var result = Value.Nothing;
        foreach (var id in callee.Objects)
        {
            if (evaluator.State[id].Tag is not DelegateTargets targets)
                continue;
            var before = evaluator.State;
            var last = Value.Nothing;
            foreach (var target in targets.All)
            {
                last = evaluator.RunTarget(target, arguments, site);
                if (evaluator.IsDead)
                    return Value.Nothing;
            }

            result = result.Join(last);
            if (!isOne)
                evaluator.State = evaluator.State.Join(before);
        }

        if (callee.Open != Openness.Closed || callee.Objects.IsEmpty)
            result = result.Join(evaluator.Combine(site, [.. arguments.Select(static a => a.Value)], null));
        return result;
    }

    /// <summary>A library will call this some time, with what it has: nothing is known of the order.</summary>
    public static Value Escape(Evaluator evaluator, Value value, LabelSet labels, IOperation site, SourceKinds source = SourceKinds.None)
    {
        var result = Value.Nothing;
        foreach (var target in TargetsOf(evaluator, value))
        {
            var arguments = target.Method.Parameters.Select((p, i) => Argument.Of(p, Guess(evaluator, p, labels, site, source, i))).ToImmutableArray();
            var before = evaluator.State;
            var given = evaluator.RunTarget(target, arguments, site);
            if (evaluator.IsDead)
                return Value.Nothing;
            result = result.Join(given);
            evaluator.State = evaluator.State.Join(before);
        }

        return result;
    }

    private static Value Guess(Evaluator evaluator, IParameterSymbol parameter, LabelSet labels, IOperation site, SourceKinds source, int index)
    {
        if (source != SourceKinds.None && !IsService(parameter.Type) && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared)
            labels = labels.Union(LabelSet.Of(new Label(evaluator.Interpreter.SourceAt(declared, source, parameter.Name), evaluator.Interpreter.NumberOf(declared), SinkKinds.None, new TaintStep(declared, null))));
        return Evaluator.Typed(evaluator.Foreign((site.Syntax, "guess", index), parameter.Type, labels), parameter.Type);
    }

    // `Parallel.Invoke(a, b)`: delegates in an array are called like the others.
    private static IEnumerable<Argument> Spread(Evaluator evaluator, Argument argument) =>
        Sequences.Apart(evaluator, argument.Value) is { } elements && elements.Exists(e => e.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate))
            ? elements.Select(e => argument with { Value = e }) : [argument];

    private static bool IsService(ITypeSymbol type) => type.TypeKind == TypeKind.Interface || type.Name is "CancellationToken" or "HttpContext" or "HttpResponse" or "ClaimsPrincipal";

    /// <summary>Runs the delegates among a library call's arguments, and says what they give.</summary>
    public static void EscapeArguments(Evaluator evaluator, LibraryCall call, out LabelSet given)
    {
        given = LabelSet.None;
        call = call with { Arguments = [.. call.Arguments.SelectMany(a => Spread(evaluator, a))] };
        if (!call.Arguments.Any(a => a.Value.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate)))
            return;
        var source = call.Method is null ? SourceKinds.None : evaluator.Interpreter.Models.SourceOfDelegate(MemberTarget.Of(call.Method));
        var labels = call.Receiver is null ? LabelSet.None : evaluator.State.LabelsWithin(call.Receiver);
        foreach (var argument in call.Arguments.Where(a => !a.Value.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate)))
            labels = labels.Union(evaluator.State.LabelsWithin(argument.Value));
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate))
            {
                var result = Escape(evaluator, argument.Value, labels, call.Site, source);
                if (evaluator.IsDead)
                    return;
                given = given.Union(evaluator.State.LabelsWithin(result));
            }
        }
    }
}
