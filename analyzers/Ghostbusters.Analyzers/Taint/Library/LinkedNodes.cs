using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Nodes of a linked list: each knows its list, and its place in it for as long as the list has not changed its length.</summary>
internal static class LinkedNodes
{
    private const string List = "[list]";
    private const string Position = "[at]";
    private const string Count = "[count]";

    /// <summary>A method or property of a linked list or node; null where nothing special is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not { Objects.Length: 1 } receiver)
            return null;
        if (call.TypeName == "LinkedListNode")
        {
            return call.Name switch
            {
                "Next" => Beside(evaluator, receiver, 1, call.Site),
                "Previous" => Beside(evaluator, receiver, -1, call.Site),
                "List" => evaluator.State[receiver.Objects[0]].Slots.TryGetValue(List, out var list) ? list : null,
                _ => null,
            };
        }

        var count = Sequences.Apart(evaluator, receiver)?.Count;
        return call.Name switch
        {
            "First" when count is > 0 && call.Arguments.IsEmpty => NodeAt(evaluator, receiver, 0, call.Site),
            "Last" when count is > 0 && call.Arguments.IsEmpty => NodeAt(evaluator, receiver, count.Value - 1, call.Site),
            "First" or "Last" when count is 0 && call.Arguments.IsEmpty => Value.Null,
            "AddFirst" => Insert(evaluator, receiver, count is null ? null : 0, call[0], call.Site),
            "AddLast" => Insert(evaluator, receiver, count, call[0], call.Site),
            "AddBefore" when call.Arguments.Length == 2 => Insert(evaluator, receiver, PositionOf(evaluator, call[0]), call[1], call.Site),
            "AddAfter" when call.Arguments.Length == 2 => Insert(evaluator, receiver, PositionOf(evaluator, call[0]) + 1, call[1], call.Site),
            _ => null,
        };
    }

    private static Value Insert(Evaluator evaluator, Value list, int? at, Value added, IOperation site)
    {
        // A node that is added brings its value.
        var element = added.Objects.Length == 1 && evaluator.State[added.Objects[0]] is { Kind: ObjectKind.Foreign } node && (node.Type?.Name == "LinkedListNode") && node.Slots.TryGetValue("Value", out var held) ? held : added;
        Sequences.Edit(evaluator, list, at is { } position ? all => position <= all.Count ? all.Insert(position, element) : all.Add(element) : null, element);
        return at is { } known ? NodeAt(evaluator, list, known, site) : Node(evaluator, list, null, 0, element, site);
    }

    private static int? PositionOf(Evaluator evaluator, Value node) => node.Objects.Length == 1 && evaluator.State[node.Objects[0]].Slots is var slots
        && slots.TryGetValue(List, out var list) && slots.TryGetValue(Position, out var at) && at.IsConstant(out var position) && position is int found
        && Sequences.Apart(evaluator, list) is { } elements && slots.TryGetValue(Count, out var count) && count.IsConstant(out var size) && size is int known && known == elements.Count ? found : null;

    private static Value? Beside(Evaluator evaluator, Value node, int by, IOperation site)
    {
        if (!evaluator.State[node.Objects[0]].Slots.TryGetValue(List, out var list))
            return null;
        if (PositionOf(evaluator, node) is { } at && Sequences.Apart(evaluator, list) is { } elements)
            return at + by >= 0 && at + by < elements.Count ? NodeAt(evaluator, list, at + by, site) : Value.Null;
        return Node(evaluator, list, null, 0, Sequences.ElementsOf(evaluator, list), site).Join(Value.Null);
    }

    private static Value NodeAt(Evaluator evaluator, Value list, int at, IOperation site) => Sequences.Apart(evaluator, list) is { } elements && at < elements.Count
        ? Node(evaluator, list, at, elements.Count, elements[at], site)
        : Node(evaluator, list, null, 0, Sequences.ElementsOf(evaluator, list), site);

    private static Value Node(Evaluator evaluator, Value list, int? at, int count, Value element, IOperation site)
    {
        var slots = SlotMap.Empty.SetItem(List, list).SetItem("Value", element);
        if (at is { } position)
            slots = slots.SetItem(Position, Value.Of(position)).SetItem(Count, Value.Of(count));
        return Value.ToObject(evaluator.Allocate((site.Syntax, "node"), new HeapObject(ObjectKind.Foreign, site.Type, slots, Value.Anything)));
    }
}
