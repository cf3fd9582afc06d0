using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Threads run what they were made of when they are started; values are exchanged between them.</summary>
internal static class Threads
{
    private const string Work = "work";

    /// <summary>A new thread.</summary>
    public static Value Make(Evaluator evaluator, LibraryCall call) => Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(
        ObjectKind.Foreign, call.ResultType, SlotMap.Empty.SetItem(Work, call[0]), Value.Anything)));

    /// <summary>Starts one.</summary>
    public static Value Start(Evaluator evaluator, LibraryCall call)
    {
        foreach (var id in call.Receiver?.Objects ?? [])
        {
            if (evaluator.State[id].Slots.TryGetValue(Work, out var work))
                Delegates.Invoke(evaluator, work, call.Arguments.IsEmpty ? ImmutableArray.Create(Argument.Of(null, Value.Null)) : call.Arguments, call.Site);
        }

        return Value.Something;
    }

    /// <summary>Exchange, CompareExchange, Read, Write.</summary>
    public static Value Exchange(Evaluator evaluator, LibraryCall call)
    {
        var before = evaluator.State.Read(call.Arguments[0].Places);
        if (call.Name is "Exchange" or "Write")
            evaluator.WritePlaces(call.Arguments[0].Places, call[1]);
        else if (call.Name == "CompareExchange")
            evaluator.WritePlaces(call.Arguments[0].Places, before.Join(call[1]));
        else if (call.Name is "Increment" or "Decrement" or "Add")
            evaluator.WritePlaces(call.Arguments[0].Places, Value.Something.With(labels: before.Labels));
        return before;
    }
}
