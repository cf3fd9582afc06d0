using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>What `foreach` walks with.</summary>
internal static class Cursors
{
    private const string Position = "position";
    private const string Source = "source";

    // Of a text: the character at hand, and what all before it have been checked for.
    private const string Character = "character";
    private const string Proven = "proven";

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
                return source.Objects.IsEmpty && !source.Labels.IsEmpty ? CurrentCharacter(evaluator, id, source, call) : Current(evaluator, source, position, call);
            case "Reset":
                evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Of(-1), isSure: true);
                return Value.Something;
            default:
                return Value.Something;
        }
    }

    private static Value MoveNext(Evaluator evaluator, int id, Value source, Value position)
    {
        if (source.Objects.IsEmpty && !source.Labels.IsEmpty)
            return NextCharacter(evaluator, id, source);
        var elements = Sequences.Apart(evaluator, source);
        if (elements is null || !position.IsConstant(out var at) || at is not int before || !evaluator.State[id].IsUnique)
        {
            evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Something, isSure: true);
            return elements is { Count: 0 } || (source.IsConstant(out var text) && text is string { Length: 0 }) ? Value.Of(false) : Value.Something;
        }

        evaluator.State = evaluator.State.Write(new Place(id, Position), Value.Of(before + 1), isSure: true);
        return Value.Of(before + 1 < elements.Count);
    }

    // Behind the last character, the text is what every one of them was checked to be.
    private static Value NextCharacter(Evaluator evaluator, int id, Value source)
    {
        var cursor = evaluator.State[id];
        var isFirst = !cursor.Slots.TryGetValue(Proven, out var before);
        var proven = isFirst ? CharacterChecks.Safe : before!.Constants.Aggregate(CharacterChecks.Safe, static (all, c) => all & (SinkKinds)c!) & CheckedOf(evaluator, cursor);
        evaluator.State = evaluator.State.With(id, cursor with { Slots = cursor.Slots.Remove(Character).SetItem(Proven, Value.Of(proven)) });
        return Value.Something.With(guards: proven == SinkKinds.None ? [] : [.. source.Labels.All.Select(l => new Guard(l.Key, false, proven))]);
    }

    private static Value CurrentCharacter(Evaluator evaluator, int id, Value source, LibraryCall call)
    {
        var character = Value.Something.With(labels: evaluator.Derive(call.Site, source.Labels));
        evaluator.State = evaluator.State.Write(new Place(id, Character), character, isSure: true);
        return character;
    }

    private static SinkKinds CheckedOf(Evaluator evaluator, HeapObject cursor) => cursor.Slots.TryGetValue(Character, out var character)
        ? evaluator.State.Effective(character.Labels).All.Aggregate(CharacterChecks.Safe, static (all, l) => all & l.Safe) : SinkKinds.None;

    private static Value Current(Evaluator evaluator, Value source, Value position, LibraryCall call)
    {
        if (Sequences.Apart(evaluator, source) is { } elements && position.IsConstant(out var at) && at is int index && index >= 0 && index < elements.Count)
            return elements[index];
        if (source.Objects.Length == 1 && evaluator.State[source.Objects[0]] is { Kind: ObjectKind.Map } map)
            return Maps.Pair(evaluator, map, call);
        return Sequences.ElementsOf(evaluator, source);
    }
}
