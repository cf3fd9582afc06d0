using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>What the runtime's own types do, where more is known than that data goes in and out.</summary>
internal static class LibraryRuntime
{
    /// <summary>A call; null where nothing special is known, so that models and the default decide.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        var method = call.Method!;
        var type = method.ContainingType;
        if (type is null)
            return null;
        if (Cursors.Call(evaluator, call) is { } cursor)
            return cursor;
        if (CharacterChecks.IsCheck(call) && !call[0].Labels.IsEmpty)
            return Value.Something.With(guards: [.. call[0].Labels.All.Select(static l => new Guard(l.Key, true, CharacterChecks.Safe))]);
        if (type.SpecialType == SpecialType.System_String)
            return Text.Call(evaluator, call);
        if (type.SpecialType == SpecialType.System_Object || (method.Name is "ToString" or "Equals" or "GetHashCode" or "GetType" && call.Receiver is not null))
            return Objects.Call(evaluator, call);
        if (TypeKinds.IsTask(type) || type.Name is "Task" or "TaskFactory" or "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaitable" or "ConfiguredTaskAwaiter" or "Lazy" or "Nullable" or "TaskCompletionSource" or "TaskExtensions" or "ConfiguredValueTaskAwaitable")
            return Tasks.Call(evaluator, call);
        if (type.Name is "StringBuilder")
            return Builders.Call(evaluator, call);
        if (type.Name is "Enumerable" or "Queryable" or "MemoryExtensions" or "AsyncEnumerable" or "EntityFrameworkQueryableExtensions" or "ImmutableArrayExtensions")
            return Linq.Call(evaluator, call);
        if (type.Name == "CollectionExtensions" && call.Receiver is null && call.Arguments.Length > 0)
            return Maps.Call(evaluator, call with { Receiver = call[0], Arguments = call.Arguments.RemoveAt(0) });
        if (type.Name == "Array")
            return Arrays(evaluator, call);
        if (type.Name is "Regex")
            return RegexCalls.Call(evaluator, call);
        if (Reflection.Call(evaluator, call) is { } reflected)
            return reflected;
        if (Services.IsOne(type) && Services.Call(evaluator, call) is { } service)
            return service;
        if (type.Name is "LinkedList" or "LinkedListNode" && LinkedNodes.Call(evaluator, call) is { } node)
            return node;
        if (call.Name == "GetInvocationList" && type.Name is "Delegate" or "MulticastDelegate" && call.Receiver is { } several)
            return Delegates.Apart(evaluator, several, call.Site);
        if (type.Name == "Unsafe" && call.Name == "As" && call.Arguments.Length == 1)
            return call[0];
        if (type.Name is "Thread" && call.Name == "Start")
            return Threads.Start(evaluator, call);
        if (type.Name is "Interlocked" or "Volatile" && call.Arguments.Length > 0 && !call.Arguments[0].Places.IsEmpty)
            return Threads.Exchange(evaluator, call);
        if (type.Name == "Debug" && call.Name == "Assert" || type.Name is "GC" or "Monitor" or "Console" && call.ResultType?.SpecialType == SpecialType.System_Void)
            return Value.Something;
        if (type.Name == "Environment" && call.Name is "Exit" or "FailFast")
            return evaluator.Die();
        if (type.Name == "Channel" && call.Receiver is null && call.Name is "CreateUnbounded" or "CreateBounded")
            return evaluator.CreateSequence(call.Site, call.ResultType, []);
        if (type.Name is "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableQueue" or "ImmutableStack" && call.Name is "Create" or "CreateRange" && call.Receiver is null)
            return Collected(evaluator, call);
        if (type.Name is "Tuple" or "ValueTuple" or "KeyValuePair" && call.Name == "Create")
            return Made(evaluator, call, type.Name);
        if (call.Receiver is null)
            return null;
        return TypeKinds.ObjectKindOf(type) switch
        {
            ObjectKind.Map => Maps.Call(evaluator, call) ?? Sequences.Call(evaluator, call),
            ObjectKind.Sequence => OfKind(evaluator, call),
            _ => OnCollection(evaluator, call),
        };
    }

    // IEnumerable of a dictionary, ICollection of anything: the object says what it is.
    private static Value? OfKind(Evaluator evaluator, LibraryCall call) =>
        call.Receiver!.Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Map) ? Maps.Call(evaluator, call) ?? Sequences.Call(evaluator, call) : Sequences.Call(evaluator, call);

    private static Value? OnCollection(Evaluator evaluator, LibraryCall call) => call.Receiver!.Objects.Length > 0 && call.Receiver.Objects.All(id => evaluator.State[id].Kind is ObjectKind.Sequence or ObjectKind.Map)
        ? OfKind(evaluator, call)
        : call.Name is "GetEnumerator" or "GetAsyncEnumerator" ? Cursors.Open(evaluator, call.Receiver, call.Site) : null;

    /// <summary>A call that does not bind, on a receiver that is known all the same.</summary>
    public static Value? UnboundCall(Evaluator evaluator, LibraryCall call)
    {
        if (Cursors.Call(evaluator, call) is { } cursor)
            return cursor;
        var receiver = call.Receiver!;
        if (receiver.Objects.Length > 0 && receiver.Objects.All(id => evaluator.State[id].Kind is ObjectKind.Sequence or ObjectKind.Map))
            return OfKind(evaluator, call) ?? Linq.Call(evaluator, call with { Receiver = null, Arguments = call.Arguments.Insert(0, Argument.Of(null, receiver)) });
        return call.Name is "GetEnumerator" ? Cursors.Open(evaluator, receiver, call.Site) : call.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" ? receiver : null;
    }

    /// <summary>A property of the runtime's; null where nothing special is known.</summary>
    public static Value? Property(Evaluator evaluator, IPropertySymbol property, LibraryCall call)
    {
        var type = property.ContainingType;
        if (Cursors.Call(evaluator, call) is { } cursor)
            return cursor;
        if (type.SpecialType == SpecialType.System_String)
        {
            return property.IsStatic ? Value.Of("") : call.Receiver is not { } text ? null
                : property.IsIndexer ? Character(evaluator, Text.CharacterOf(text, call[0]), call)
                : text.Open == Openness.Closed && text.Objects.IsEmpty && text.Constants.All(static c => c is string) ? Value.OfConstants(text.Constants.Select(static c => (object?)((string)c!).Length))
                : Value.Something;
        }

        if (call.Receiver is { } task && (TypeKinds.IsTask(type) || type.Name is "Lazy" or "Nullable" or "TaskCompletionSource") && property.Name is "Result" or "Value" or "Task")
            return Flow.TypeFacts.IsNullable(type) ? task.WhereNull(false) is { IsNothing: false } some ? some : evaluator.Die() : task;
        if (type.Name is "LinkedList" or "LinkedListNode" && LinkedNodes.Call(evaluator, call) is { } node)
            return node;
        if (call.Receiver is { Objects.IsEmpty: false } scope && property.Name == "ServiceProvider" && type.Name is "IServiceScope" or "AsyncServiceScope")
            return scope;
        if (call.Receiver is { } optional && property.Name == "HasValue" && Flow.TypeFacts.IsNullable(type))
            return Evaluator.Booleans(optional.MayBeNotNull, optional.MayBeNull);
        if (type.Name == "StringBuilder")
            return property.IsIndexer || property.Name == "Chars" ? Value.Something.With(labels: evaluator.State.LabelsWithin(call.Receiver!)) : Value.Something;
        if (Reflection.Property(evaluator, property, call) is { } reflected)
            return reflected;
        if (call.Receiver is null)
            return null;
        return TypeKinds.ObjectKindOf(type) switch
        {
            ObjectKind.Map => Maps.Call(evaluator, call) ?? Sequences.Call(evaluator, call),
            ObjectKind.Sequence => OfKind(evaluator, call),
            _ => call.Receiver.Objects.Length > 0 && call.Receiver.Objects.All(id => evaluator.State[id].Kind is ObjectKind.Sequence or ObjectKind.Map) && property.Name is not "Key" and not "SyncRoot" ? OfKind(evaluator, call) : null,
        };
    }

    // A check of one character says nothing of the text.
    private static Value Character(Evaluator evaluator, Value character, LibraryCall call) =>
        character.Labels.IsEmpty ? character : character.With(labels: evaluator.Derive(call.Site, character.Labels));

    /// <summary>A constructor of the runtime's; null where nothing special is known.</summary>
    public static Value? Construct(Evaluator evaluator, INamedTypeSymbol type, LibraryCall call)
    {
        if (type.SpecialType == SpecialType.System_String)
            return Value.Something.With(labels: evaluator.Derive(call.Site, call.Arguments.Aggregate(LabelSet.None, (all, a) => all.Union(evaluator.State.LabelsWithin(a.Value)))));
        if (type.SpecialType == SpecialType.System_Object)
            return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Instance, type, SlotMap.Empty)));
        if (type.TypeKind == TypeKind.Delegate)
            return call[0];
        if (Flow.TypeFacts.IsNullable(type))
            return call[0];
        if (type.Name == "StringBuilder")
            return Builders.Make(evaluator, call);
        if (type.Name is "Thread")
            return Threads.Make(evaluator, call);
        if (type.Name is "Lazy" or "Task" or "ThreadLocal" && call.Arguments.Length > 0)
            return Tasks.Make(evaluator, call);
        if (type.IsTupleType || type.Name is "Tuple" or "ValueTuple" or "KeyValuePair")
            return Made(evaluator, call, type.Name);
        return TypeKinds.ObjectKindOf(type) switch
        {
            ObjectKind.Map => NewMap(evaluator, type, call),
            ObjectKind.Sequence => NewSequence(evaluator, type, call),
            _ => null,
        };
    }

    /// <summary>Whether the call may end in an exception that somebody could catch.</summary>
    public static bool MayThrow(LibraryCall call) => call.Method is not { } method || !(
        method.ContainingType is { SpecialType: SpecialType.System_String } && call.Name is "Concat" or "Equals" or "op_Equality" or "ToString" or "IsNullOrEmpty" or "Trim" or "ToUpper" or "ToLower"
        || method.ContainingType?.Name is "StringBuilder" && call.Name is ".ctor" or "Append" or "AppendLine" or "ToString"
        || method.MethodKind == MethodKind.Constructor && (method.Parameters.IsEmpty || method.ContainingType?.Name is "Exception")
        || method.ContainingType?.Name is "Console" && call.Name is "WriteLine" or "Write"
        || method.ContainingType?.Name is "Monitor"
        || call.Name is "Dispose" or "GetHashCode" or "GetType" or "GetEnumerator");

    private static Value NewMap(Evaluator evaluator, INamedTypeSymbol type, LibraryCall call)
    {
        var copied = call.Arguments.Select(static a => a.Value).FirstOrDefault(v => v.Objects.Any(id => evaluator.State[id].Kind is ObjectKind.Map));
        var slots = copied is { Objects.Length: 1 } ? evaluator.State[copied.Objects[0]] : null;
        var labels = call.Arguments.Aggregate(LabelSet.None, (all, a) => all.Union(evaluator.State.LabelsWithin(a.Value)));
        return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Map, type, slots?.Slots ?? SlotMap.Empty, slots?.Rest ?? (labels.IsEmpty ? null : Value.Tainted(labels)))));
    }

    private static Value NewSequence(Evaluator evaluator, INamedTypeSymbol type, LibraryCall call)
    {
        var source = call.Arguments.Select(static a => a.Value).FirstOrDefault(v => v.Objects.Any(id => evaluator.State[id].Kind is ObjectKind.Sequence or ObjectKind.Map or ObjectKind.Foreign));
        if (source is not null && type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ReadOnlyCollection" && call.Arguments.Length == 1)
            return source;
        if (source is not null && type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment" && call.Arguments.Length == 3)
            return Sequences.View(evaluator, source, call[1], call[2], call.Site);
        if (source is not null && call.Arguments.Length == 3 && call[1].IsConstant(out var from) && from is int start && call[2].IsConstant(out var size) && size is int count)
            return Sequences.Slice(evaluator, source, start, count, call.Site);
        if (source is not null)
            return Sequences.Make(evaluator, call, Sequences.Apart(evaluator, source), Sequences.ElementsOf(evaluator, source));
        var labels = call.Arguments.Aggregate(LabelSet.None, (all, a) => all.Union(evaluator.State.LabelsWithin(a.Value)));
        return labels.IsEmpty ? evaluator.CreateSequence(call.Site, type, [])
            : Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Sequence, type, SlotMap.Empty, Value.Tainted(labels.Select(static l => l with { Safe = l.Safe })))));
    }

    private static Value Collected(Evaluator evaluator, LibraryCall call)
    {
        if (call.Arguments.Length == 1 && call[0].Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Sequence))
            return Sequences.Make(evaluator, call, Sequences.Apart(evaluator, call[0]), Sequences.ElementsOf(evaluator, call[0]));
        return evaluator.CreateSequence(call.Site, call.ResultType, [.. call.Arguments.Select(static a => a.Value)]);
    }

    private static Value Made(Evaluator evaluator, LibraryCall call, string name)
    {
        var slots = SlotMap.Empty;
        string[] pair = ["Key", "Value"];
        for (var i = 0; i < call.Arguments.Length; i++)
            slots = slots.SetItem(name == "KeyValuePair" && i < 2 ? pair[i] : "Item" + (i + 1), call[i]);
        return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Instance, call.ResultType, slots)));
    }

    // The same elements, and nothing behind them.
    private static Value Resized(Evaluator evaluator, LibraryCall call)
    {
        var before = call[0].Objects.Length == 1 && evaluator.State[call[0].Objects[0]] is { Kind: ObjectKind.Reference, Tag: Place place } ? evaluator.State.Read(place) : evaluator.State.Read(call.Arguments[0].Places);
        if (Sequences.Apart(evaluator, before) is { } elements && call[1].IsConstant(out var size) && size is int n and >= 0 and <= 64)
            return evaluator.CreateSequence(call.Site, null, [.. elements.Take(n), .. Enumerable.Repeat(Value.Null, Math.Max(0, n - elements.Count))]);
        return Value.ToObject(evaluator.Allocate((call.Site.Syntax, "resized"), new HeapObject(ObjectKind.Sequence, null, SlotMap.Empty, Sequences.ElementsOf(evaluator, before))));
    }

    private static Value? Arrays(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not null)
            return Sequences.Call(evaluator, call);
        switch (call.Name)
        {
            case "ForEach":
                Linq.Call(evaluator, call with { Name = "Select" });
                return Value.Something;
            case "ConvertAll":
                return Linq.Call(evaluator, call with { Name = "Select" });
            case "Find":
                return Linq.Call(evaluator, call with { Name = "FirstOrDefault" });
            case "FindAll":
                return Linq.Call(evaluator, call with { Name = "Where" });
            case "Copy" when call.Arguments.Length == 3:
                return Sequences.Call(evaluator, call with { Name = "CopyTo", Receiver = call[0], Arguments = [Argument.Of(null, call[1])] });
            case "Resize" when call.Arguments.Length == 2 && !call.Arguments[0].Places.IsEmpty:
                evaluator.WritePlaces(call.Arguments[0].Places, Resized(evaluator, call));
                return Value.Something;
            case "Copy" when call.Arguments.Length == 5 && call[1].IsConstant(out var from) && call[3].IsConstant(out var to) && call[4].IsConstant(out var size) && from is int f && to is int t && size is int n
                && Sequences.Apart(evaluator, call[0]) is { } copied && f >= 0 && n >= 0 && f + n <= copied.Count:
                Sequences.Edit(evaluator, call[2], list => t >= 0 && t + n <= list.Count ? list.RemoveRange(t, n).InsertRange(t, copied.GetRange(f, n)) : list, copied.GetRange(f, n).Aggregate(Value.Nothing, static (a, b) => a.Join(b)));
                return Value.Something;
            case "Copy" when call.Arguments.Length == 5:
                Sequences.Edit(evaluator, call[2], null, Sequences.ElementsOf(evaluator, call[0]));
                return Value.Something;
            case "Reverse" when call.Arguments.Length == 1:
                return Sequences.Call(evaluator, call with { Receiver = call[0], Arguments = [] });
            case "Sort":
                Sequences.Edit(evaluator, call[0], null, Value.Nothing);
                return Value.Something;
            case "Clear" or "Fill":
                Sequences.Edit(evaluator, call[0], list => [.. list.Select(_ => call.Name == "Fill" ? call[1] : Value.Anything)], call.Name == "Fill" ? call[1] : Value.Nothing);
                return Value.Something;
            case "Empty":
                return evaluator.CreateSequence(call.Site, call.ResultType, []);
            case "IndexOf" or "BinarySearch" or "LastIndexOf" when call.Arguments.Length >= 2:
                return Sequences.PositionIn(evaluator, call[0], Sequences.Apart(evaluator, call[0]), call[1]);
            case "IndexOf" or "Exists" or "BinarySearch" or "FindIndex":
                return call.Name == "Exists" ? Linq.Call(evaluator, call with { Name = "Any" }) : Value.Something;
            case "AsReadOnly":
                return call[0];
            default:
                return null;
        }
    }
}
