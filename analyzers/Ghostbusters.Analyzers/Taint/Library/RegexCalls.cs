using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Regular expressions: a whole match of an allow-list, and a replacement that leaves only harmless characters.</summary>
internal static class RegexCalls
{
    /// <summary>The slot of the pattern that a Regex was made with.</summary>
    public const string Pattern = "pattern";

    /// <summary>A method of Regex; null where nothing special is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        var (text, pattern, rest) = call.Receiver is null ? (call[0], call[1], 2) : (call[0], PatternOf(evaluator, call.Receiver), 1);
        switch (call.Name)
        {
            case "IsMatch":
                return Value.Something.With(guards: pattern is null ? [] : [.. text.Labels.All.Select(l => new Guard(l.Key, true, AllowLists.SafeBy(pattern)))]);
            case "Match" when pattern is not null && AllowLists.SafeBy(pattern) is not SinkKinds.None and var asMatched:
                var found = evaluator.Derive(call.Site, text.Labels);
                return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(
                    ObjectKind.Foreign, call.ResultType, SlotMap.Empty.SetItem("Success", Value.Something.With(guards: [.. text.Labels.All.Select(l => new Guard(l.Key, true, asMatched))])), Value.Tainted(found)))).Plus(found);
            case "Replace" when rest < call.Arguments.Length && call[rest].IsConstant(out var replacement) && replacement is string with:
                var safe = pattern is null ? SinkKinds.None : AllowLists.SafeAfterRemoval(pattern, with);
                return Value.Something.With(labels: evaluator.Derive(call.Site, text.Labels).Select(l => l with { Safe = l.Safe | safe }));
            default:
                return null;
        }
    }

    // The pattern that a Regex object was made with.
    private static Value? PatternOf(Evaluator evaluator, Value regex)
    {
        if (regex.Objects.Length != 1)
            return null;
        return evaluator.State[regex.Objects[0]].Slots.TryGetValue(Pattern, out var pattern) ? pattern : null;
    }
}
