using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Dictionaries: entry by entry where keys are constant.</summary>
internal static class Maps
{
    private const string Keys = "[keys]";

    /// <summary>A method of a dictionary; null where it is none that is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not { } target)
            return null;
        if (call.Arguments.Length > 0 && KeyOf(evaluator, call[0]) is var known && !ReferenceEquals(known, call[0]))
            call = call with { Arguments = call.Arguments.SetItem(0, call.Arguments[0] with { Value = known }) };
        if (IsImmutable(call) && call.Name is "Add" or "SetItem" or "Remove" or "Clear" or "AddRange" or "SetItems")
            call = call with { Receiver = target = Sequences.CopyOf(evaluator, target, call.Site) };
        switch (call.Name)
        {
            case "Add" or "TryAdd" or "AddOrUpdate" or "SetItem" or "set_Item" or "GetOrAdd" when call.Arguments.Length >= 2:
                var value = Made(evaluator, call);
                Put(evaluator, target, call[0], IsReplaced(call) ? value : Kept(evaluator, target, call[0], value));
                return call.Name == "GetOrAdd" || call.Name == "AddOrUpdate" ? evaluator.ReadElement(target, [call[0]]) : IsImmutable(call) ? target : Value.Something;
            case "Add" when call.Arguments.Length == 1:
                Sequences.Edit(evaluator, target, null, Value.Nothing);
                evaluator.Pollute(target, evaluator.State.LabelsWithin(call[0]));
                return Value.Something;
            case "get_Item" or "GetValueOrDefault" or "Get" or "GetValues" when call.Arguments.Length >= 1:
                return evaluator.ReadElement(target, [call[0]]).Join(call.Name == "GetValueOrDefault" ? call.Arguments.Length > 1 ? call[1] : Value.Null : Value.Nothing);
            case "TryGetValue" when call.Arguments.Length == 2:
                var found = evaluator.ReadElement(target, [call[0]]);
                evaluator.WritePlaces(call.Arguments[1].Places, found.IsNothing ? Value.Null : found);
                return Has(evaluator, target, call[0]);
            case "Remove" or "TryRemove" when call.Arguments.Length >= 1:
                if (call.Arguments.Length > 1 && !call.Arguments[1].Places.IsEmpty)
                    evaluator.WritePlaces(call.Arguments[1].Places, evaluator.ReadElement(target, [call[0]]));
                Drop(evaluator, target, call[0]);
                return IsImmutable(call) ? target : Value.Something;
            case "Clear":
                foreach (var id in target.Objects)
                    evaluator.State = evaluator.State.With(id, target.Objects.Length == 1 && evaluator.State[id].IsUnique ? evaluator.State[id] with { Slots = SlotMap.Empty, Rest = null } : evaluator.State[id]);
                return IsImmutable(call) ? target : Value.Something;
            case "ContainsKey" or "Contains":
                return Has(evaluator, target, call[0]);
            case "Keys" or "AllKeys":
                return KeysOf(evaluator, target, call);
            case "Values":
                return Sequences.Make(evaluator, call, null, Sequences.ElementsOf(evaluator, target));
            case "Count" when call.Arguments.Length == 0:
                return Value.Something;
            case "GetEnumerator":
                return Cursors.Open(evaluator, target, call.Site);
            default:
                return null;
        }
    }

    private static bool IsImmutable(LibraryCall call) => call.TypeName.StartsWith("Immutable", StringComparison.Ordinal) || call.TypeName.StartsWith("IImmutable", StringComparison.Ordinal);

    private static bool IsReplaced(LibraryCall call) => call.Name is "SetItem" or "set_Item" or "AddOrUpdate";

    // `Add` throws where the key is there, the others leave it: what was there stays.
    private static Value Kept(Evaluator evaluator, Value target, Value key, Value value)
    {
        if (target.Objects.Length != 1 || !key.IsConstant(out var constant) || constant is null)
            return value;
        return evaluator.State[target.Objects[0]] is { Kind: ObjectKind.Map } map && map.Slots.TryGetValue(constant, out var before) ? before : value;
    }

    // A factory is called for the value.
    private static Value Made(Evaluator evaluator, LibraryCall call)
    {
        var value = call[1];
        if (value.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate))
            value = Delegates.Invoke(evaluator, value, [Argument.Of(null, call[0])], call.Site);
        if (call.Name == "AddOrUpdate" && call.Arguments.Length > 2)
            value = value.Join(Delegates.Invoke(evaluator, call[2], [Argument.Of(null, call[0]), Argument.Of(null, evaluator.ReadElement(call.Receiver!, [call[0]]))], call.Site));
        return value;
    }

    /// <summary>Puts an entry.</summary>
    public static void Put(Evaluator evaluator, Value target, Value key, Value value) => evaluator.WriteElement(target, [key], value);

    /// <summary>An unknown key was written: any entry may be this one, and there may be more.</summary>
    public static void NoteKey(Evaluator evaluator, int id, Value key)
    {
        if (evaluator.State[id] is not { Kind: ObjectKind.Map } map || key.Labels.IsEmpty)
            return;
        var keys = map.Slots.TryGetValue(Keys, out var known) ? known.Join(key) : key;
        evaluator.State = evaluator.State.With(id, map with { Slots = map.Slots.SetItem(Keys, keys) });
    }

    /// <summary>Some value of a dictionary.</summary>
    public static Value ValuesOf(HeapObject map) =>
        map.Slots.Where(static p => !Equals(p.Key, Keys)).Aggregate(map.Rest ?? Value.Nothing, static (all, p) => all.Join(p.Value));

    /// <summary>A key that is made of constants, as a constant.</summary>
    public static Value KeyOf(Evaluator evaluator, Value key)
    {
        if (key.Objects.Length != 1 || !key.Constants.IsEmpty || key.Open != Openness.Closed || evaluator.State[key.Objects[0]] is not { Kind: ObjectKind.Instance, Type: { } type } parts
            || !(type.IsTupleType || type.IsRecord || type.IsAnonymousType) || parts.Slots.Count == 0)
        {
            return key;
        }

        var texts = new List<string>();
        foreach (var part in parts.Slots.OrderBy(static p => p.Key is ISymbol s ? s.Name : p.Key.ToString(), StringComparer.Ordinal))
        {
            if (!part.Value.IsConstant(out var constant))
                return key;
            texts.Add($"{constant}");
        }

        return Value.Of($"({string.Join(",", texts)})");
    }

    /// <summary>A dictionary as the sequence of its pairs; null where it is none.</summary>
    public static Value? AsSequence(Evaluator evaluator, Value source, IOperation site)
    {
        if (source.Objects.Length != 1 || evaluator.State[source.Objects[0]] is not { Kind: ObjectKind.Map } map || map.Type is IArrayTypeSymbol)
            return null;
        if (map.Rest is null && !map.Slots.ContainsKey(Keys) && source.Open == Openness.Closed && map.Slots.Count <= MostPairs)
            return evaluator.CreateSequence(site, null, [.. map.Slots.OrderBy(static p => p.Key.ToString(), StringComparer.Ordinal).Select(p => IsGroup(evaluator, p.Value) ? p.Value : Pair(evaluator, site, Value.Of(p.Key), p.Value))]);
        var keys = map.Slots.Keys.Where(static k => !Equals(k, Keys)).Aggregate(map.Slots.TryGetValue(Keys, out var unknown) ? unknown : Value.Nothing, static (all, k) => all.Join(Value.Of(k)));
        return Value.ToObject(evaluator.Allocate((site.Syntax, "pairs"), new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty, Pair(evaluator, site, map.Rest is null ? keys : keys.Join(Value.Something), ValuesOf(map)))));
    }

    private const int MostPairs = 16;

    private static bool IsGroup(Evaluator evaluator, Value value) => value.Objects.Length == 1 && evaluator.State[value.Objects[0]] is { Kind: ObjectKind.Sequence } group && group.Slots.ContainsKey("Key");

    private static Value Pair(Evaluator evaluator, IOperation site, Value key, Value value) => Value.ToObject(evaluator.Allocate((site.Syntax, "pair"), new HeapObject(
        ObjectKind.Instance, null, SlotMap.Empty.SetItem("Key", key).SetItem("Value", value))));

    private static void Drop(Evaluator evaluator, Value target, Value key)
    {
        if (target.Objects.Length != 1 || !key.IsConstant(out var constant) || constant is null || !evaluator.State[target.Objects[0]].IsUnique)
            return;
        var map = evaluator.State[target.Objects[0]];
        evaluator.State = evaluator.State.With(target.Objects[0], map with { Slots = map.Slots.Remove(constant) });
    }

    private static Value Has(Evaluator evaluator, Value target, Value key)
    {
        if (target.Objects.Length == 1 && target.Open == Openness.Closed && evaluator.State[target.Objects[0]] is { Kind: ObjectKind.Map, IsUnique: true } map)
        {
            if (map.Rest is null && key.IsConstant(out var constant) && constant is not null)
                return Value.Of(map.Slots.ContainsKey(constant));

            // A key of a table that holds only constants is one of those.
            if (map.Rest is null && !map.Slots.ContainsKey(Keys))
                return Value.Something.With(guards: [.. key.Labels.All.Select(static l => new Guard(l.Key, true, Models.SinkKinds.All))]);
        }

        return Value.Something;
    }

    private static Value KeysOf(Evaluator evaluator, Value target, LibraryCall call)
    {
        var keys = ImmutableList<Value>.Empty;
        var isWhole = target.Objects.Length > 0 && target.Open == Openness.Closed;
        foreach (var id in target.Objects)
        {
            var map = evaluator.State[id];
            isWhole &= map is { Kind: ObjectKind.Map, Rest: null };
            keys = keys.AddRange(map.Slots.Where(static p => !Equals(p.Key, Keys)).Select(static p => p.Key is ISymbol ? Value.Something : Value.Of(p.Key)));
            if (map.Slots.TryGetValue(Keys, out var unknown))
                keys = keys.Add(unknown);
        }

        var labels = evaluator.State.Effective(target.Objects.Aggregate(target.Labels, (all, id) => evaluator.State[id].Kind == ObjectKind.Map ? all : all.Union(evaluator.State.LabelsWithin(Value.ToObject(id)))));
        return Sequences.Make(evaluator, call, isWhole ? keys : null, keys.Aggregate(Value.Tainted(labels), static (a, b) => a.Join(b)));
    }

    /// <summary>Some entry of a dictionary, as `foreach` gives it.</summary>
    public static Value Pair(Evaluator evaluator, HeapObject map, LibraryCall call)
    {
        var keys = map.Slots.TryGetValue(Keys, out var unknown) ? unknown : Value.Something;
        return Value.ToObject(evaluator.Allocate((call.Site.Syntax, "pair"), new HeapObject(
            ObjectKind.Foreign, call.ResultType, SlotMap.Empty.SetItem("Key", keys).SetItem("Value", ValuesOf(map)), Value.Anything)));
    }
}
