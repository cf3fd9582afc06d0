using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Moves data through a library call by its summary, or by the default: into the result, and out of a void call into the receiver.</summary>
internal static class ModelledFlow
{
    /// <summary>Applies it; what the result holds.</summary>
    public static LabelSet Apply(Evaluator evaluator, LibraryCall call, MemberModel? model)
    {
        if (model is { HasSummary: true })
            return ApplySummary(evaluator, call, model);
        var state = evaluator.State;
        var fromArguments = call.Arguments.Aggregate(LabelSet.None, (all, a) => a.Parameter?.RefKind == RefKind.Out ? all : all.Union(state.LabelsWithin(a.Value)));
        var fromReceiver = call.Receiver is null ? LabelSet.None : state.LabelsWithin(call.Receiver);
        if (call.Receiver is not null && !fromArguments.IsEmpty && !IsQuestion(call))
            evaluator.KeepInherited(call.Receiver, evaluator.Derive(call.Site, fromArguments));
        var all = evaluator.Derive(call.Site, fromReceiver.Union(fromArguments));
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref && !argument.Places.IsEmpty)
                evaluator.WritePlaces(argument.Places, Evaluator.Typed(Value.Tainted(all, argument.Parameter.Type), argument.Parameter.Type));
        }

        return all;
    }

    // A getter by name, and what answers yes or no, keeps nothing of what it is asked with.
    private static bool IsQuestion(LibraryCall call) =>
        IsYesOrNo(call.ResultType)
        || (call.ResultType?.SpecialType != SpecialType.System_Void
            && (call.Name.StartsWith("Get", StringComparison.Ordinal) || call.Name.StartsWith("Find", StringComparison.Ordinal) || call.Name.StartsWith("To", StringComparison.Ordinal)
                || call.Name.StartsWith("Is", StringComparison.Ordinal) || call.Name.StartsWith("Read", StringComparison.Ordinal) || call.Name.StartsWith("Create", StringComparison.Ordinal) || call.Name is "Equals" or "CompareTo" or "Compare"));

    private static bool IsYesOrNo(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean }
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task && IsYesOrNo(task.TypeArguments[0]));

    private static LabelSet ApplySummary(Evaluator evaluator, LibraryCall call, MemberModel model)
    {
        var result = LabelSet.None;
        foreach (var (from, to) in model.Flows)
        {
            var labels = From(evaluator.State, call, from);
            if (labels.IsEmpty)
                continue;
            labels = evaluator.Derive(call.Site, labels);
            if (to.Kind == SlotKind.Return)
                result = result.Union(labels);
            else if (to.Kind == SlotKind.This && call.Receiver is not null)
                evaluator.Pollute(call.Receiver, labels);
            else if (to.Kind == SlotKind.Argument && to.Index < call.Arguments.Length && !call.Arguments[to.Index].Places.IsEmpty)
                evaluator.WritePlaces(call.Arguments[to.Index].Places, Value.Tainted(labels, call.Arguments[to.Index].Parameter?.Type));
            else if (to.Kind == SlotKind.Argument && to.Index < call.Arguments.Length)
                evaluator.Pollute(call[to.Index], labels);
        }

        return result;
    }

    private static LabelSet From(State state, LibraryCall call, Slot from) => from.Kind switch
    {
        SlotKind.This => call.Receiver is null ? LabelSet.None : state.LabelsWithin(call.Receiver),
        SlotKind.AllArguments => call.Arguments.Aggregate(LabelSet.None, (all, a) => all.Union(state.LabelsWithin(a.Value))),
        _ => state.LabelsWithin(call[from.Index]),
    };
}
