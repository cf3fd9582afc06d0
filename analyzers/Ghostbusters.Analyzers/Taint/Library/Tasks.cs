using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Tasks, lazies and nullables: each is what it gives.</summary>
internal static class Tasks
{
    /// <summary>A method of one; null where nothing special is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        switch (call.Name)
        {
            case "FromResult" or "SetResult" or "TrySetResult" when call.Receiver is null:
                return call[0];
            case "GetAwaiter" or "GetResult" or "ConfigureAwait" or "AsTask" or "Preserve" or "Unwrap" or "WaitAsync" or "GetValueOrDefault":
                var self = call.Receiver ?? call[0];
                return call.Name == "GetValueOrDefault" ? self.WhereNull(false).Join(self.MayBeNull ? call.Arguments.Length > 0 ? call[0] : Value.Something : Value.Nothing) : self;
            case "Run" or "StartNew":
                return Delegates.Invoke(evaluator, call[0], [.. call.Arguments.Skip(1).Take(1).Select(static a => Argument.Of(null, a.Value))], call.Site);
            case "ContinueWith" when call.Receiver is { } before:
                return Delegates.Invoke(evaluator, call[0], [Argument.Of(null, before), Argument.Of(null, call.Arguments.Length > 1 ? call[1] : Value.Something)], call.Site);
            case "WhenAll":
                return All(evaluator, call);
            case "WhenAny":
                return Sequences.ElementsOf(evaluator, All(evaluator, call));
            case "SetResult" or "TrySetResult" when call.Receiver is { } source:
                foreach (var id in source.Objects)
                    evaluator.Pollute(Value.ToObject(id), evaluator.State.LabelsWithin(call[0]));
                return Value.Something;
            case "Delay" or "Wait" or "Start" or "Dispose" or "RunSynchronously" or "Yield":
                return call.Name == "Delay" ? null : Value.Something;
            default:
                return null;
        }
    }

    private static Value All(Evaluator evaluator, LibraryCall call) =>
        call.Arguments.Length == 1 && call[0].Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Sequence) ? call[0]
        : evaluator.CreateSequence(call.Site, call.ResultType, [.. call.Arguments.Select(static a => a.Value)]);

    /// <summary>A new one over a function or a value.</summary>
    public static Value Make(Evaluator evaluator, LibraryCall call) => call[0].Objects.Any(id => evaluator.State[id].Kind == ObjectKind.Delegate)
        ? Delegates.Invoke(evaluator, call[0], [.. call.Arguments.Skip(1).Take(1).Select(static a => Argument.Of(null, a.Value))], call.Site)
        : call[0];
}
