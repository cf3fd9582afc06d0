using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Queries over sequences, in method form; query syntax is bound to the same methods.</summary>
internal static class Linq
{
    private const int MostRuns = 8;

    /// <summary>A query method; null where it is none that is known, so that the default holds.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Arguments.Length == 0)
            return null;
        if (Maps.AsSequence(evaluator, call[0], call.Site) is { } pairs)
            call = call with { Arguments = call.Arguments.SetItem(0, call.Arguments[0] with { Value = pairs }) };
        // A check of one character says nothing of the text.
        if (call[0] is { Objects.IsEmpty: true, Labels.IsEmpty: false } text && call.Name is "Select" or "Where" or "SelectMany" or "Aggregate" or "TakeWhile" or "SkipWhile")
            call = call with { Arguments = call.Arguments.SetItem(0, call.Arguments[0] with { Value = text.With(labels: evaluator.Derive(call.Site, text.Labels)) }) };
        var source = call[0];
        var elements = Sequences.Apart(evaluator, source);
        switch (call.Name)
        {
            case "Select":
                return Map(evaluator, call, elements);
            case "SelectMany":
                var inner = Run(evaluator, call, 1, Any(evaluator, source));
                var flat = Sequences.ElementsOf(evaluator, inner);
                return Sequences.Make(evaluator, call, null, call.Arguments.Length > 2 ? Delegates.Invoke(evaluator, call[2], [Argument.Of(null, Any(evaluator, source)), Argument.Of(null, flat)], call.Site) : flat);
            case "Where" or "SkipWhile" or "TakeWhile" when call.Arguments.Length == 2:
                return Filter(evaluator, call, elements);
            case "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Distinct" or "DistinctBy" or "Order" or "OrderDescending" or "Shuffle":
                return Sequences.Make(evaluator, call, elements is { Count: <= 1 } ? elements : null, Any(evaluator, source));
            case "AsSpan" or "AsMemory" when call.Arguments.Length > 1:
                return source.Objects.IsEmpty ? null : Sequences.View(evaluator, source, call[1], call.Arguments.Length > 2 ? call[2] : null, call.Site);
            case "Chunk" when elements is not null && call[1].IsConstant(out var chunk) && chunk is int and > 0:
                return Sequences.Make(evaluator, call, [.. Enumerable.Range(0, (elements.Count + (int)chunk - 1) / (int)chunk).Select(i => evaluator.CreateSequence(call.Site, null, [.. elements.Skip(i * (int)chunk).Take((int)chunk)]))], Value.Nothing);
            case "ToList" or "ToArray" or "AsEnumerable" or "AsQueryable" or "ToHashSet" or "Cast" or "AsParallel" or "ToImmutableArray" or "ToImmutableList" or "ToListAsync" or "ToArrayAsync" or "AsSpan" or "AsMemory" or "AsReadOnly" or "OfType" when call.Arguments.Length == 1:
                return call.Name is "AsEnumerable" or "AsQueryable" or "Cast" or "AsParallel" or "AsSpan" ? source : Sequences.Make(evaluator, call, call.Name == "OfType" ? null : elements, Any(evaluator, source));
            case "Reverse" when call.Arguments.Length == 1:
                return Sequences.Make(evaluator, call, elements?.Reverse(), Any(evaluator, source));
            case "Append" or "Prepend" when call.Arguments.Length == 2:
                return Sequences.Make(evaluator, call, call.Name == "Append" ? elements?.Add(call[1]) : elements?.Insert(0, call[1]), Any(evaluator, source).Join(call[1]));
            case "Concat" or "Union" when call.Arguments.Length == 2:
                var more = Sequences.Apart(evaluator, call[1]);
                return Sequences.Make(evaluator, call, more is null ? null : elements?.AddRange(more), Any(evaluator, source).Join(Any(evaluator, call[1])));
            case "Skip" or "Take" or "SkipLast" or "TakeLast" when call[1].IsConstant(out var count) && count is int n:
                return Sequences.Make(evaluator, call, elements is null ? null : Cut(elements, call.Name, n), Any(evaluator, source));
            case "Skip" or "Take" or "Except" or "Intersect" or "ExceptBy" or "IntersectBy" or "Chunk":
                return Sequences.Make(evaluator, call, null, Any(evaluator, source));
            case "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "FirstOrDefaultAsync" or "FirstAsync" or "SingleOrDefaultAsync" or "SingleAsync" or "MinBy" or "MaxBy" or "Min" or "Max":
                return One(evaluator, call, elements);
            case "ElementAt" or "ElementAtOrDefault":
                return evaluator.ReadElement(source, [call[1]]);
            case "DefaultIfEmpty":
                return elements is { Count: > 0 } ? source : Sequences.Make(evaluator, call, null, Any(evaluator, source).Join(call.Arguments.Length > 1 ? call[1] : Value.Anything));
            case "Count" or "LongCount" when call.Arguments.Length == 1:
                return elements is null ? Value.Something : Value.Of(elements.Count);
            case "Any" when call.Arguments.Length == 1:
                return elements is null ? Value.Something : Value.Of(elements.Count > 0);
            case "Any" or "All" when call.Arguments.Length == 2 && elements is { Count: <= MostRuns } && Decided(evaluator, call, elements) is { } decided:
                return decided;
            case "Any" or "All" or "Count" or "Sum" or "Average" when call.Arguments.Length == 2:
                return AllOf(evaluator, call);
            case "Contains":
                return Sequences.Membership(evaluator, source, elements, call[1]);
            case "Aggregate":
                return Aggregate(evaluator, call, elements);
            case "Zip" when call.Arguments.Length == 3:
                return Sequences.Make(evaluator, call, null, Delegates.Invoke(evaluator, call[2], [Argument.Of(null, Any(evaluator, source)), Argument.Of(null, Any(evaluator, call[1]))], call.Site));
            case "Join" or "GroupJoin" when call.Arguments.Length >= 5:
                return Sequences.Make(evaluator, call, null, Delegates.Invoke(evaluator, call[4], [Argument.Of(null, Any(evaluator, source)), Argument.Of(null, call.Name == "Join" ? Any(evaluator, call[1]) : call[1])], call.Site));
            case "ToDictionary" or "ToLookup" or "GroupBy":
                return Keyed(evaluator, call, source);
            case "Repeat" when call.Method?.IsExtensionMethod == false && call.Arguments.Length == 2:
                return Sequences.Make(evaluator, call, call[1].IsConstant(out var times) && times is int and >= 0 and <= 16 ? [.. Enumerable.Repeat(call[0], (int)times)] : null, call[0]);
            case "Empty" when call.Method?.IsExtensionMethod == false:
                return Sequences.Make(evaluator, call, ImmutableList<Value>.Empty, Value.Nothing);
            case "Range" when call.Method?.IsExtensionMethod == false:
                return Sequences.Make(evaluator, call, null, Value.Something);
            case "SequenceEqual":
                return Value.Something;
            default:
                return null;
        }
    }

    private static Value Any(Evaluator evaluator, Value source) => Sequences.ElementsOf(evaluator, source);

    private static Value Run(Evaluator evaluator, LibraryCall call, int function, Value element, int? index = null) =>
        Delegates.Invoke(evaluator, call[function], [Argument.Of(null, element), Argument.Of(null, index is { } at ? Value.Of(at) : Value.Something)], call.Site);

    /// <summary>The elements that a predicate surely does not take; null where it may say either of one.</summary>
    public static ImmutableList<Value>? Left(Evaluator evaluator, Value predicate, ImmutableList<Value> elements, IOperation site)
    {
        if (elements.Count > MostRuns)
            return null;
        var left = ImmutableList<Value>.Empty;
        foreach (var element in elements)
        {
            var answer = Delegates.Invoke(evaluator, predicate, [Argument.Of(null, element)], site);
            if (evaluator.IsDead || !answer.IsConstant(out var constant) || constant is not bool isTaken)
                return null;
            if (!isTaken)
                left = left.Add(element);
        }

        return left;
    }

    // Constants decide for every element; null where one of them may say either.
    private static Value? Decided(Evaluator evaluator, LibraryCall call, ImmutableList<Value> elements)
    {
        if (!elements.TrueForAll(static e => e.IsConstant(out _)))
            return null;
        var stops = call.Name == "Any";
        foreach (var element in elements)
        {
            var answer = Run(evaluator, call, 1, element);
            if (evaluator.IsDead || !answer.IsConstant(out var constant) || constant is not bool says)
                return null;
            if (says == stops)
                return Value.Of(stops);
        }

        return Value.Of(!stops);
    }

    private static Value Map(Evaluator evaluator, LibraryCall call, ImmutableList<Value>? elements)
    {
        if (elements is { Count: <= MostRuns })
        {
            var mapped = elements.Select((e, i) => Run(evaluator, call, 1, e, i)).ToImmutableList();
            return evaluator.IsDead ? Value.Nothing : Sequences.Make(evaluator, call, mapped, Value.Nothing);
        }

        var any = Run(evaluator, call, 1, Any(evaluator, call[0]));
        return evaluator.IsDead ? Value.Nothing : Sequences.Make(evaluator, call, null, any);
    }

    // What the predicate surely refuses is left out; what it checks is safe behind it.
    private static Value Filter(Evaluator evaluator, LibraryCall call, ImmutableList<Value>? elements)
    {
        var isKnown = elements is { Count: <= MostRuns };
        var kept = ImmutableList<Value>.Empty;
        var known = isKnown;
        var position = 0;
        foreach (var element in isKnown ? elements! : [Any(evaluator, call[0])])
        {
            var answer = Run(evaluator, call, 1, element, known ? position++ : null);
            if (evaluator.IsDead)
                return Value.Nothing;
            if (!answer.MayBe(true))
                continue;
            isKnown &= !answer.MayBe(false);
            kept = kept.Add(Checked(element, answer, true));
        }

        return Sequences.Make(evaluator, call, isKnown && call.Name == "Where" ? kept : null, kept.Aggregate(Value.Nothing, static (a, b) => a.Join(b)));
    }

    private static Value Checked(Value element, Value answer, bool when) => answer.Guards.IsEmpty || element.Labels.IsEmpty
        ? element
        : element.With(labels: element.Labels.Select(l => answer.Guards.Where(g => g.When == when && g.Key == l.Key).Aggregate(l, static (label, g) => label with { Safe = label.Safe | g.Safe })));

    private static ImmutableList<Value> Cut(ImmutableList<Value> elements, string name, int count)
    {
        count = Math.Max(0, Math.Min(count, elements.Count));
        return name switch
        {
            "Skip" => elements.RemoveRange(0, count),
            "Take" => elements.GetRange(0, count),
            "SkipLast" => elements.GetRange(0, elements.Count - count),
            _ => elements.RemoveRange(0, elements.Count - count),
        };
    }

    private static Value One(Evaluator evaluator, LibraryCall call, ImmutableList<Value>? elements)
    {
        var isFirst = call.Name.StartsWith("First", StringComparison.Ordinal) || call.Name.StartsWith("Single", StringComparison.Ordinal);
        var predicate = call.Arguments.Length > 1 && call[1].Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate);
        if (!predicate)
        {
            if (elements is { Count: > 0 } && call.Name is not ("Min" or "Max"))
                return isFirst ? elements[0] : elements[elements.Count - 1];
            return elements is { Count: 0 } ? call.Name.Contains("Default") ? Value.Null : evaluator.Die() : Any(evaluator, call[0]);
        }

        if (call.Name is "Min" or "Max" or "MinBy" or "MaxBy")
            return call.Name.EndsWith("By", StringComparison.Ordinal) ? Any(evaluator, call[0]) : Run(evaluator, call, 1, Any(evaluator, call[0]));
        var result = Value.Nothing;
        var found = ImmutableArray<Guard>.Empty;
        foreach (var element in elements is { Count: <= MostRuns } ? isFirst ? elements : elements.Reverse() : [Any(evaluator, call[0])])
        {
            var answer = Run(evaluator, call, 1, element);
            if (evaluator.IsDead)
                return Value.Nothing;
            if (answer.MayBe(true))
                (result, found) = (result.Join(Checked(element, answer, true)), result.IsNothing ? answer.Guards : [.. found.Intersect(answer.Guards)]);
            if (!answer.MayBe(false))
                return result;
        }

        return call.Name.Contains("Default") ? Found(result, found) : result.IsNothing ? evaluator.Die() : Known(evaluator, result, found);
    }

    // `stores.FirstOrDefault(s => s.Key == key)`: where something was found, the key is one that the program knows.
    private static Value Found(Value result, ImmutableArray<Guard> found) =>
        result.With(guards: [.. found.Where(static g => g.When).Select(static g => g with { IsPresence = true })]).Join(Value.Null);

    // `stores.First(s => s.Key == key)` throws where the key is none of those.
    private static Value Known(Evaluator evaluator, Value result, ImmutableArray<Guard> found)
    {
        foreach (var guard in found.Where(static g => g.When))
            evaluator.Allow(guard);
        return result;
    }

    // `text.All(char.IsLetterOrDigit)`: where it says yes, every character is harmless.
    private static Value AllOf(Evaluator evaluator, LibraryCall call)
    {
        var element = Any(evaluator, call[0]);
        var answer = Run(evaluator, call, 1, call[0].Objects.IsEmpty ? element.With(labels: evaluator.Derive(call.Site, element.Labels)) : element);
        if (evaluator.IsDead)
            return Value.Nothing;
        if (call.Name == "All" && call[0].Objects.IsEmpty && !call[0].Labels.IsEmpty && call.Arguments[1].Operation is { } predicate && CharacterChecks.IsHarmless(predicate.Syntax))
            return Value.Something.With(guards: [.. call[0].Labels.All.Select(static l => new Guard(l.Key, true, CharacterChecks.Safe))]);
        if (call.Name == "Any" && call[0].Objects.IsEmpty && !call[0].Labels.IsEmpty && call.Arguments[1].Operation is { } search && CharacterChecks.FindsHarm(search.Syntax))
            return Value.Something.With(guards: [.. call[0].Labels.All.Select(static l => new Guard(l.Key, false, CharacterChecks.Safe))]);
        return call.Name is "Count" or "Sum" or "Average" ? Value.Something.With(labels: call.Name == "Count" ? LabelSet.None : answer.Labels) : Value.Something.With(guards: call.Name == "Any" ? answer.Guards : []);
    }

    private static Value Aggregate(Evaluator evaluator, LibraryCall call, ImmutableList<Value>? elements)
    {
        var function = call.Arguments.Length == 2 ? 1 : 2;
        var state = call.Arguments.Length == 2 ? elements is { Count: > 0 } ? elements[0] : Any(evaluator, call[0]) : call[1];
        IEnumerable<Value> rest = elements is { Count: <= MostRuns } ? call.Arguments.Length == 2 ? elements.Skip(1) : elements : [Any(evaluator, call[0]), Any(evaluator, call[0])];
        foreach (var element in rest)
            state = Delegates.Invoke(evaluator, call[function], [Argument.Of(null, state), Argument.Of(null, element)], call.Site);
        return evaluator.IsDead ? Value.Nothing : call.Arguments.Length == 4 ? Delegates.Invoke(evaluator, call[3], [Argument.Of(null, state)], call.Site) : state;
    }

    // Groups by constant keys; null where a key is not known.
    private static Value? Groups(Evaluator evaluator, LibraryCall call, bool hasValues)
    {
        if (Sequences.Apart(evaluator, call[0]) is not { Count: <= MostRuns } elements)
            return null;
        var slots = SlotMap.Empty;
        foreach (var element in elements)
        {
            if (!Run(evaluator, call, 1, element).IsConstant(out var key) || key is null || evaluator.IsDead)
                return null;
            if (!slots.TryGetValue(key, out var group))
                slots = slots.SetItem(key, group = Value.ToObject(evaluator.Allocate((call.Site.Syntax, "group"), new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty.SetItem("Key", Value.Of(key)), Count: 0))));
            Sequences.Append(evaluator, group, hasValues ? Run(evaluator, call, 2, element) : element);
        }

        return evaluator.IsDead ? null : Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Map, call.ResultType, slots)));
    }

    private static Value Keyed(Evaluator evaluator, LibraryCall call, Value source)
    {
        var any = Any(evaluator, source);
        var key = Run(evaluator, call, 1, any);
        var hasValues = call.Arguments.Length > 2 && call[2].Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate);
        var value = hasValues ? Run(evaluator, call, 2, any) : any;
        if (evaluator.IsDead)
            return Value.Nothing;
        if (call.Name == "ToLookup" && Groups(evaluator, call, hasValues) is { } lookup)
            return lookup;
        if (call.Name == "ToDictionary")
        {
            var made = Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Map, call.ResultType, SlotMap.Empty)));
            if (Sequences.Apart(evaluator, source) is { Count: <= MostRuns } elements)
            {
                foreach (var element in elements)
                    Maps.Put(evaluator, made, Run(evaluator, call, 1, element), hasValues ? Run(evaluator, call, 2, element) : element);
            }
            else
            {
                Maps.Put(evaluator, made, key.IsConstant(out _) ? Value.Something : key, value);
            }

            return evaluator.IsDead ? Value.Nothing : made;
        }

        if (call.Name == "GroupBy" && call.Arguments.Length == 2 && Groups(evaluator, call, hasValues: false) is { } groups)
            return Sequences.Make(evaluator, call, [.. evaluator.State[groups.Objects[0]].Slots.OrderBy(static p => p.Key.ToString(), StringComparer.Ordinal).Select(static p => p.Value)], Value.Nothing);
        var group = Value.ToObject(evaluator.Allocate((call.Site.Syntax, "group"), new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty.SetItem("Key", key), value)));
        return Sequences.Make(evaluator, call, null, group);
    }
}
