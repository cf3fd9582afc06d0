using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Arrays, lists, queues, stacks, sets and spans: element by element as long as the count is known.</summary>
internal static class Sequences
{
    private const int MostApart = 64;

    /// <summary>An index that counts from the end.</summary>
    internal sealed record EndIndex(int Value);

    /// <summary>A range of constant bounds.</summary>
    internal sealed record ConstantRange(object Start, object End);

    /// <summary>`^n`.</summary>
    public static object FromEnd(int value) => new EndIndex(value);

    /// <summary>The position that a constant index means; null where it is none.</summary>
    public static int? IndexOf(object? index, int count) => index switch
    {
        int i => i,
        long l and >= 0 and < int.MaxValue => (int)l,
        byte b => b,
        char c => c,
        EndIndex end => count - end.Value,
        _ => null,
    };

    // A span, memory or segment: elements of another sequence from an offset on.
    private const string Offset = "[offset]";

    /// <summary>A part of a sequence that is written through.</summary>
    public static Value View(Evaluator evaluator, Value source, Value start, Value? count, IOperation site)
    {
        if (source.Objects.Length != 1 || evaluator.State[source.Objects[0]] is not { Kind: ObjectKind.Sequence } whole || whole.Type?.Name == "List")
            return source;
        if (!start.IsConstant(out var at) || at is not int from || Apart(evaluator, source) is not { } elements || from < 0 || from > elements.Count)
            return source;
        var size = count is null ? elements.Count - from : count.IsConstant(out var length) && length is int l && from + l <= elements.Count ? l : -1;
        if (size < 0)
            return source;
        var (owner, offset) = whole is { Tag: Place behind } && whole.Slots.TryGetValue(Offset, out var before) && before.IsConstant(out var o) && o is int first ? (behind.Object, first) : (source.Objects[0], 0);
        return Value.ToObject(evaluator.Allocate((site.Syntax, "view"), new HeapObject(
            ObjectKind.Sequence, site.Type, SlotMap.Empty.SetItem(Offset, Value.Of(offset + from)), Count: size, Tag: new Place(owner, HeapObject.Elements))));
    }

    /// <summary>Where an element of a view stands in the sequence behind it; null where that is not known.</summary>
    public static object? IndexBehind(Evaluator evaluator, HeapObject view, Value index) =>
        view.IsCounted && index.IsConstant(out var constant) && IndexOf(constant, view.Count) is { } at && view.Slots.TryGetValue(Offset, out var offset) && offset.IsConstant(out var from) && from is int first
        && evaluator.State[((Place)view.Tag!).Object].IsCounted ? first + at : null;

    private static ImmutableList<Value>? Behind(Evaluator evaluator, HeapObject view) =>
        view.IsCounted && view.Slots.TryGetValue(Offset, out var offset) && offset.IsConstant(out var from) && from is int first
        && evaluator.State[((Place)view.Tag!).Object] is { Kind: ObjectKind.Sequence, IsCounted: true } whole && first + view.Count <= whole.Count
            ? ElementsOf(whole).GetRange(first, view.Count) : null;

    /// <summary>Another sequence or dictionary of the same elements: a change of an immutable one gives a new one.</summary>
    public static Value CopyOf(Evaluator evaluator, Value source, IOperation site) =>
        source.With(objects: [.. source.Objects.Select(id => evaluator.State[id].Kind is ObjectKind.Sequence or ObjectKind.Map ? evaluator.Allocate((site.Syntax, "changed"), evaluator.State[id]) : id).OrderBy(static id => id)]);

    /// <summary>Adds an element at the end.</summary>
    public static void Append(Evaluator evaluator, Value target, Value element) => Edit(evaluator, target, elements => elements.Add(element), element);

    /// <summary>Adds all elements of another sequence.</summary>
    public static void AppendAll(Evaluator evaluator, Value target, Value source)
    {
        if (Apart(evaluator, source) is { } elements)
            Edit(evaluator, target, own => own.AddRange(elements), elements.Aggregate(Value.Nothing, static (a, b) => a.Join(b)));
        else
            Edit(evaluator, target, null, ElementsOf(evaluator, source));
    }

    /// <summary>Changes the elements of a sequence.</summary>
    /// <param name="evaluator">Where it happens.</param>
    /// <param name="target">The sequence.</param>
    /// <param name="change">What becomes of the elements where they are known one by one; null where that is lost.</param>
    /// <param name="added">What comes in, for a sequence whose elements are not told apart.</param>
    public static void Edit(Evaluator evaluator, Value target, Func<ImmutableList<Value>, ImmutableList<Value>>? change, Value added)
    {
        foreach (var id in target.Objects)
        {
            var before = evaluator.State[id];
            if (before is { Kind: ObjectKind.Sequence, Tag: Place whole })
            {
                var first = change is not null && Behind(evaluator, before) is not null && before.Slots[Offset].IsConstant(out var from) ? (int)from! : -1;
                Edit(evaluator, Value.ToObject(whole.Object), first < 0 ? null : all => Changed(all, first, before.Count, change!), added);
                continue;
            }

            if (before.Kind is not ObjectKind.Sequence)
            {
                evaluator.Pollute(Value.ToObject(id), evaluator.State.LabelsWithin(added));
                continue;
            }

            var after = change is not null && before.IsCounted && before.IsUnique ? Rebuilt(before, change(ElementsOf(before))) : Blurred(before, added);
            evaluator.State = evaluator.State.With(id, target.Objects.Length == 1 ? after : after.Join(before));
        }
    }

    private static ImmutableList<Value> Changed(ImmutableList<Value> all, int first, int count, Func<ImmutableList<Value>, ImmutableList<Value>> change)
    {
        var part = change(all.GetRange(first, count));
        return part.Count == count ? all.RemoveRange(first, count).InsertRange(first, part) : all;
    }

    private static HeapObject Blurred(HeapObject before, Value added)
    {
        var blurred = before.Blurred();
        return blurred with { Rest = (blurred.Rest ?? Value.Nothing).Join(added) };
    }

    private static HeapObject Rebuilt(HeapObject before, ImmutableList<Value> elements)
    {
        if (elements.Count > MostApart)
            return before with { Slots = SlotMap.Empty, Count = -1, Rest = elements.Aggregate(Value.Nothing, static (a, b) => a.Join(b)) };
        var others = before.Slots.Where(static p => p.Key is not int).Select(static p => (p.Key, p.Value));
        return before with { Slots = SlotMap.Of(others.Concat(elements.Select(static (e, i) => ((object)i, e)))), Count = elements.Count };
    }

    private static ImmutableList<Value> ElementsOf(HeapObject list) =>
        [.. Enumerable.Range(0, list.Count).Select(i => list.Slots.TryGetValue(i, out var value) ? value : list.Rest ?? Value.Anything)];

    /// <summary>The elements one by one; null where they are not told apart.</summary>
    public static ImmutableList<Value>? Apart(Evaluator evaluator, Value source) =>
        source.Objects.Length == 1 && source.Open == Openness.Closed && source.Constants.IsEmpty && evaluator.State[source.Objects[0]] is { Kind: ObjectKind.Sequence, IsCounted: true } list
            ? list.Tag is Place ? Behind(evaluator, list) : ElementsOf(list) : null;

    /// <summary>Any element, or any value of a dictionary; of an unknown thing whatever it holds.</summary>
    public static Value ElementsOf(Evaluator evaluator, Value source)
    {
        var all = Value.Nothing;
        foreach (var id in source.Objects)
        {
            var owner = evaluator.State[id];
            if (owner is { Kind: ObjectKind.Sequence, Tag: Place whole })
                owner = Behind(evaluator, owner) is { } part ? new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty, part.Aggregate(Value.Nothing, static (a, b) => a.Join(b))) : evaluator.State[whole.Object];
            all = all.Join(owner.Kind is ObjectKind.Sequence ? owner.AnySlot() : owner.Kind is ObjectKind.Map ? Maps.ValuesOf(owner) : Value.Tainted(evaluator.State.LabelsWithin(Value.ToObject(id))));
        }

        if (source.Objects.IsEmpty || source.Open != Openness.Closed)
            all = all.Join(Value.Tainted(source.Labels));
        return all.Plus(source.Labels);
    }

    /// <summary>A new sequence of these elements, or of unknown number.</summary>
    public static Value Make(Evaluator evaluator, LibraryCall call, ImmutableList<Value>? elements, Value any) => elements is { Count: <= MostApart }
        ? evaluator.CreateSequence(call.Site, call.ResultType, [.. elements])
        : Value.ToObject(evaluator.Allocate((call.Site.Syntax, "many"), new HeapObject(ObjectKind.Sequence, call.ResultType, SlotMap.Empty, any)));

    /// <summary>`source[start..end]`.</summary>
    public static Value Slice(Evaluator evaluator, Value source, Value range, IOperation site)
    {
        if (range.IsConstant(out var cut) && cut is ConstantRange { End: var end0, Start: var start0 } && Equals(start0, 0) && Equals(end0, 0) && source.Objects.IsEmpty)
            return Value.Of("");
        if (source.Constants.Any(static c => c is string) || site.Type?.SpecialType == SpecialType.System_String || (source.Objects.IsEmpty && !source.Labels.IsEmpty))
            return Value.Something.With(labels: evaluator.Derive(site, source.Labels));
        if (range.IsConstant(out var constant) && constant is ConstantRange bounds && Apart(evaluator, source) is { } elements
            && IndexOf(bounds.Start, elements.Count) is { } start && IndexOf(bounds.End, elements.Count) is { } end && start >= 0 && end >= start && end <= elements.Count)
        {
            return IsView(site.Type) ? View(evaluator, source, Value.Of(start), Value.Of(end - start), site) : evaluator.CreateSequence(site, site.Type, [.. elements.GetRange(start, end - start)]);
        }

        return Value.ToObject(evaluator.Allocate((site.Syntax, "slice"), new HeapObject(ObjectKind.Sequence, site.Type, SlotMap.Empty, ElementsOf(evaluator, source))));
    }

    private static bool IsView(ITypeSymbol? type) => type?.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment";

    /// <summary>A part of a sequence by position and count.</summary>
    public static Value Slice(Evaluator evaluator, Value source, int start, int count, IOperation site) =>
        IsView(site.Type) && View(evaluator, source, Value.Of(start), Value.Of(count), site) is var view && !ReferenceEquals(view, source) ? view : Apart(evaluator, source) is { } elements && start >= 0 && count >= 0 && start + count <= elements.Count
            ? evaluator.CreateSequence(site, site.Type, [.. elements.GetRange(start, count)])
            : Value.ToObject(evaluator.Allocate((site.Syntax, "slice"), new HeapObject(ObjectKind.Sequence, site.Type, SlotMap.Empty, ElementsOf(evaluator, source))));

    /// <summary>A method of a collection; null where it is none that is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not { } target)
            return null;
        if (IsImmutable(call) && call.Name is "Add" or "Enqueue" or "Push" or "Insert" or "AddRange" or "InsertRange" or "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "SetItem" or "Union")
            call = call with { Name = call.Name == "Union" ? "UnionWith" : call.Name, Receiver = target = CopyOf(evaluator, target, call.Site) };
        var elements = Apart(evaluator, target);
        var isStack = call.TypeName.EndsWith("Stack", StringComparison.Ordinal);
        switch (call.Name)
        {
            case "Add" or "Enqueue" or "Push" or "AddLast" or "TryAdd" when call.Arguments.Length >= 1:
                Append(evaluator, target, call[0]);
                return IsImmutable(call) ? target : call.Name == "TryAdd" || call.ResultType?.SpecialType == SpecialType.System_Boolean ? Value.Something : Value.Something;
            case "AddFirst" when call.Arguments.Length == 1:
                Edit(evaluator, target, list => list.Insert(0, call[0]), call[0]);
                return Value.Something;
            case "Insert" when call.Arguments.Length == 2:
                Edit(evaluator, target, call[0].IsConstant(out var at) && at is int i && elements is not null && i >= 0 && i <= elements.Count ? list => list.Insert(i, call[1]) : null, call[1]);
                return IsImmutable(call) ? target : Value.Something;
            case "InsertRange" when call.Arguments.Length == 2:
                var inserted = Apart(evaluator, call[1]);
                Edit(evaluator, target, inserted is not null && elements is not null && call[0].IsConstant(out var into) && into is int spot && spot >= 0 && spot <= elements.Count ? list => list.InsertRange(spot, inserted) : null, ElementsOf(evaluator, call[1]));
                return IsImmutable(call) ? target : Value.Something;
            case "AddRange" or "UnionWith" or "InsertRange" or "PushRange":
                AppendAll(evaluator, target, call[call.Arguments.Length - 1]);
                return IsImmutable(call) ? target : Value.Something;
            case "Fill" when call.Arguments.Length == 1:
                Edit(evaluator, target, list => [.. list.Select(_ => call[0])], call[0]);
                return Value.Something;
            case "Clear" when IsView(call.Method?.ContainingType):
                Edit(evaluator, target, static list => [.. list.Select(static _ => Value.Anything)], Value.Nothing);
                return Value.Something;
            case "Clear":
                Edit(evaluator, target, static _ => ImmutableList<Value>.Empty, Value.Nothing);
                return IsImmutable(call) ? target : Value.Something;
            case "RemoveAt" when call[0].IsConstant(out var index) && IndexOf(index, elements?.Count ?? 0) is { } position && elements is not null && position >= 0 && position < elements.Count:
                Edit(evaluator, target, list => list.RemoveAt(position), Value.Nothing);
                return IsImmutable(call) ? target : Value.Something;
            case "RemoveAt":
                Edit(evaluator, target, null, Value.Nothing);
                return IsImmutable(call) ? target : Value.Something;
            case "Remove" when call.Arguments.Length == 1:
                Edit(evaluator, target, elements is not null && PositionOf(elements, call[0]) is { } found ? list => found < 0 ? list : list.RemoveAt(found) : null, Value.Nothing);
                return IsImmutable(call) ? target : Value.Something;
            case "RemoveAll" when call.Arguments.Length == 1:
                var left = elements is null ? null : Linq.Left(evaluator, call[0], elements, call.Site);
                Edit(evaluator, target, left is null ? null : _ => left, Value.Nothing);
                return IsImmutable(call) ? target : Value.Something;
            case "RemoveFirst" or "RemoveLast" when call.Arguments.Length == 0:
                return Taken(evaluator, target, elements, first: call.Name == "RemoveFirst", remove: true);
            case "Dequeue" or "Take" when call.Arguments.Length == 0:
                return Taken(evaluator, target, elements, first: true, remove: true);
            case "Pop" when call.Arguments.Length == 0:
                return Taken(evaluator, target, elements, first: false, remove: true);
            case "Peek" when call.Arguments.Length == 0:
                return Taken(evaluator, target, elements, first: !isStack, remove: false);
            case "TryWrite" or "WriteAsync" when call.Arguments.Length >= 1:
                Append(evaluator, target, call[0]);
                return Value.Something;
            case "ReadAsync" when call.Arguments.Length <= 1:
                return Taken(evaluator, target, elements, first: true, remove: true);
            case "Writer" or "Reader" or "ReadAllAsync":
                return target;
            case "TryDequeue" or "TryTake" or "TryPop" or "TryPeek" or "TryRead" when call.Arguments.Length >= 1:
                evaluator.WritePlaces(call.Arguments[0].Places, Taken(evaluator, target, elements, first: !isStack && call.Name != "TryPop", remove: call.Name != "TryPeek", mayFail: true));
                return elements is null ? Value.Something : Value.Of(elements.Count > 0);
            case "Reverse" when call.Arguments.Length == 0:
                Edit(evaluator, target, static list => list.Reverse(), Value.Nothing);
                return Value.Something;
            case "Sort":
                Edit(evaluator, target, null, Value.Nothing);
                return Value.Something;
            case "get_Item" or "ElementAt" or "Get" or "GetValue" when call.Arguments.Length == 1:
                return evaluator.ReadElement(target, [call[0]]);
            case "SetValue" or "Set" or "set_Item" or "SetItem" when call.Arguments.Length == 2:
                var (where, what) = call.Name == "SetValue" ? (call[1], call[0]) : (call[0], call[1]);
                evaluator.WriteElement(target, [where], what);
                return IsImmutable(call) ? target : Value.Something;
            case "Count" or "Length" or "LongLength" when call.Arguments.Length == 0:
                return elements is null ? Value.Something : Value.Of(elements.Count);
            case "IsEmpty" when call.Arguments.Length == 0:
                return elements is null ? Value.Something : Value.Of(elements.Count == 0);
            case "First" or "Last" or "Min" or "Max" or "Current" when call.Arguments.Length == 0 && elements is { Count: > 0 }:
                return call.Name == "First" ? elements[0] : call.Name == "Last" ? elements[elements.Count - 1] : ElementsOf(evaluator, target);
            case "Value" when call.Arguments.Length == 0:
                return ElementsOf(evaluator, target);
            case "GetRange" or "Slice" when call.Arguments.Length == 2:
                return call[0].IsConstant(out var start) && call[1].IsConstant(out var length) && start is int s && length is int l
                    ? Slice(evaluator, target, s, l, call.Site) : Make(evaluator, call, null, ElementsOf(evaluator, target));
            case "Slice" when call.Arguments.Length == 1:
                return call[0].IsConstant(out var begin) && begin is int b && elements is not null ? Slice(evaluator, target, b, elements.Count - b, call.Site) : Make(evaluator, call, null, ElementsOf(evaluator, target));
            case "CopyTo" when call.Arguments.Length >= 1:
                CopyInto(evaluator, target, call[0], call.Arguments.Length > 1 ? call[1] : Value.Of(0));
                return Value.Something;
            case "Clone" or "ToArray" or "ToList" or "AsSpan" or "AsMemory" or "AsReadOnly" or "Span" or "Memory" or "Array" or "ToImmutable" or "AsEnumerable" or "GetViewBetween" when call.Arguments.Length == 0:
                return call.Name is "Clone" or "ToArray" or "ToList" ? Make(evaluator, call, elements, ElementsOf(evaluator, target)) : target;
            case "Contains":
                return Membership(evaluator, target, elements, call[0]);
            case "GetEnumerator" or "GetAsyncEnumerator":
                return Cursors.Open(evaluator, target, call.Site);
            case "IndexOf" or "LastIndexOf" or "BinarySearch" when call.Arguments.Length >= 1:
                return PositionIn(evaluator, target, elements, call[0]);
            case "Exists" or "TrueForAll":
                return Linq.Call(evaluator, call with { Name = call.Name == "Exists" ? "Any" : "All", Arguments = call.Arguments.Insert(0, Argument.Of(null, target)), Receiver = null });
            case "Find" or "FindLast":
                return Linq.Call(evaluator, call with { Name = "FirstOrDefault", Arguments = call.Arguments.Insert(0, Argument.Of(null, target)), Receiver = null });
            case "FindAll":
                return Linq.Call(evaluator, call with { Name = "Where", Arguments = call.Arguments.Insert(0, Argument.Of(null, target)), Receiver = null });
            case "ConvertAll":
                return Linq.Call(evaluator, call with { Name = "Select", Arguments = call.Arguments.Insert(0, Argument.Of(null, target)), Receiver = null });
            case "ForEach":
                Linq.Call(evaluator, call with { Name = "Select", Arguments = call.Arguments.Insert(0, Argument.Of(null, target)), Receiver = null });
                return Value.Something;
            default:
                return null;
        }
    }

    private static bool IsImmutable(LibraryCall call) => call.TypeName.StartsWith("Immutable", StringComparison.Ordinal) || call.TypeName.StartsWith("IImmutable", StringComparison.Ordinal);

    // A constant against constants: the position, -1 for none; null where it is not known.
    private static int? PositionOf(ImmutableList<Value> elements, Value wanted)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var isSame = wanted.IsConstant(out var a) && elements[i].IsConstant(out var b) ? Equals(a, b)
                : wanted.Objects.Length == 1 && elements[i].Objects.Length == 1 && wanted.Constants.IsEmpty && elements[i].Constants.IsEmpty ? wanted.Objects[0] == elements[i].Objects[0]
                : wanted.Labels.Equals(elements[i].Labels) && !wanted.Labels.IsEmpty ? true : (bool?)null;
            if (isSame == true)
                return i;
            if (isSame is null)
                return null;
        }

        return -1;
    }

    private static Value Taken(Evaluator evaluator, Value target, ImmutableList<Value>? elements, bool first, bool remove, bool mayFail = false)
    {
        if (elements is null)
            return ElementsOf(evaluator, target);
        if (elements.IsEmpty)
            return mayFail ? Value.Anything : evaluator.Die();
        var at = first ? 0 : elements.Count - 1;
        if (remove)
            Edit(evaluator, target, list => list.RemoveAt(at), Value.Nothing);
        return elements[at];
    }

    private static void CopyInto(Evaluator evaluator, Value source, Value destination, Value offset)
    {
        if (Apart(evaluator, source) is { } elements && offset.IsConstant(out var from) && from is int start && Apart(evaluator, destination) is { } there && start >= 0 && start + elements.Count <= there.Count)
            Edit(evaluator, destination, list => list.RemoveRange(start, elements.Count).InsertRange(start, elements), Value.Nothing);
        else
            Edit(evaluator, destination, null, ElementsOf(evaluator, source));
    }

    /// <summary>Where something is in it: anywhere, among constants only, says that it is one of those.</summary>
    public static Value PositionIn(Evaluator evaluator, Value target, ImmutableList<Value>? elements, Value wanted) =>
        Value.Something.With(guards: Membership(evaluator, target, elements, wanted).Guards);

    /// <summary>Whether something is in it: yes, among constants only, says that it is one of those.</summary>
    public static Value Membership(Evaluator evaluator, Value target, ImmutableList<Value>? elements, Value wanted)
    {
        var isFixed = target.Labels.IsEmpty && evaluator.State.LabelsWithin(target).IsEmpty && target.Open == Openness.Closed;
        if (elements is not null && wanted.IsConstant(out var constant) && elements.TrueForAll(static e => e.IsConstant(out _)))
            return Value.Of(elements.Exists(e => Equals(e.Constants[0], constant)));
        return isFixed && !target.Objects.IsEmpty
            ? Value.Something.With(guards: [.. wanted.Labels.All.Select(static l => new Guard(l.Key, true, Models.SinkKinds.All))])
            : Value.Something;
    }
}
