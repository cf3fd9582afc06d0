using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>StringBuilder: one text that grows.</summary>
internal static class Builders
{
    private const string Content = "text";

    /// <summary>A new one.</summary>
    public static Value Make(Evaluator evaluator, LibraryCall call)
    {
        var text = call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String || a.Value.Constants.Any(static c => c is string));
        return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(
            ObjectKind.Foreign, call.ResultType, SlotMap.Empty.SetItem(Content, text.Value ?? Value.Of("")), Value.Anything)));
    }

    /// <summary>A method of one; null where nothing special is known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        if (call.Receiver is not { Objects.IsEmpty: false } target)
            return null;
        switch (call.Name)
        {
            case "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" or "Insert" or "Replace":
                Change(evaluator, call, target);
                return target;
            case "Clear":
                foreach (var id in target.Objects)
                    evaluator.State = evaluator.State.Write(new Place(id, Content), Value.Of(""), target.Objects.Length == 1);
                return target;
            case "Remove":
                return target;
            case "ToString":
                var text = target.Objects.Aggregate(Value.Nothing, (all, id) => all.Join(Read(evaluator, id)));
                return text.Labels.IsEmpty ? text : text.With(labels: evaluator.Derive(call.Site, text.Labels));
            default:
                return null;
        }
    }

    private static Value Read(Evaluator evaluator, int id)
    {
        var builder = evaluator.State[id];
        return builder.Slots.TryGetValue(Content, out var text) ? text : Value.Something.With(labels: builder.Rest?.Labels ?? LabelSet.None);
    }

    private static void Change(Evaluator evaluator, LibraryCall call, Value target)
    {
        foreach (var id in target.Objects)
        {
            var before = Read(evaluator, id);
            var added = call.Arguments.Where(a => a.Parameter?.Type.SpecialType is not (SpecialType.System_Int32)).ToList();
            var after = call.Name == "Append" && added.Count == 1 && added[0].Parameter?.Type.SpecialType == SpecialType.System_String
                ? Text.Concat(evaluator, [before, added[0].Value], call.Site)
                : Value.Something.With(labels: before.Labels.Union(evaluator.Derive(call.Site, added.Aggregate(LabelSet.None, (all, a) => all.Union(Evaluator.Typed(Value.Tainted(evaluator.State.LabelsWithin(a.Value)), a.Parameter?.Type).Labels)))));
            evaluator.State = evaluator.State.Write(new Place(id, Content), after, target.Objects.Length == 1);
        }
    }
}
