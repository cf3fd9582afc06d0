using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>What `foreach` walks with.</summary>
internal static class Cursors
{
    private const string Position = "position";
    private const string Source = "source";

    /// <summary>A cursor before the first element.</summary>
    public static Value Open(Evaluator evaluator, Value source, IOperation site)
    {
        source = Maps.AsSequence(evaluator, source, site) ?? source;
        return Value.ToObject(evaluator.Allocate((site.Syntax, "cursor"), new HeapObject(
            ObjectKind.Cursor, null, SlotMap.Empty.SetItem(Source, source).SetItem(Position, Value.Of(-1)))));
    }

    /// <summary>A member of a cursor; null where it is no cursor.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not { Objects.Length: 1 } receiver)
            return null;
        var id = receiver.Objects[0];
        if (evaluator.State[id] is not { Kind: ObjectKind.Cursor } cursor)
            return null;
        var source = cursor.Slots[Source];
        var position = cursor.Slots[Position];
        switch (call.Name)
        {
            case "MoveNext" or "MoveNextAsync":
                return MoveNext(evaluator, id, source, position);
            case "Current" or "Key" or "Value" or "Entry":
                return Current(evaluator, source, position, call);
            case "Reset":
                evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Of(-1), isSure: true);
                return Value.Something;
            default:
                return Value.Something;
        }
    }

    private static Value MoveNext(Evaluator evaluator, int id, Value source, Value position)
    {
        var elements = Sequences.Apart(evaluator, source);
        if (elements is null || !position.IsConstant(out var at) || at is not int before || !evaluator.State[id].IsUnique)
        {
            evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Something, isSure: true);
            return elements is { Count: 0 } || (source.IsConstant(out var text) && text is string { Length: 0 }) ? Value.Of(false) : Value.Something;
        }

        evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Of(before + 1), isSure: true);
        return Value.Of(before + 1 < elements.Count);
    }

    private static Value Current(Evaluator evaluator, Value source, Value position, LibraryCall call)
    {
        if (Sequences.Apart(evaluator, source) is { } elements && position.IsConstant(out var at) && at is int index && index >= 0 && index < elements.Count)
            return elements[index];
        if (source.Objects.Length == 1 && evaluator.State[source.Objects[0]] is { Kind: ObjectKind.Map } map)
            return Maps.Pair(evaluator, map, call);
        return Sequences.ElementsOf(evaluator, source);
    }
}
