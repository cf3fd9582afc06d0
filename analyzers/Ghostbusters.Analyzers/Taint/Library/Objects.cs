using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>What every object can do.</summary>
internal static class Objects
{
    /// <summary>A method of object; null where it is none.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        switch (call.Name)
        {
            case "ToString" when call.Receiver is { } receiver:
                return ToText(evaluator, receiver, call);
            case "GetType" when call.Receiver is { } receiver:
                return receiver.Open == Openness.Closed && receiver.Objects.Length == 1 && evaluator.State[receiver.Objects[0]] is { Kind: ObjectKind.Instance, Type: { } type } ? Value.Of(type) : Value.Something;
            case "GetHashCode":
                return Value.Something;
            case "ReferenceEquals" or "Equals":
                return Text.Call(evaluator, call with { Name = "Equals" });
            case "MemberwiseClone" when call.Receiver is { } receiver:
                return Value.ToObjects(receiver.Objects.Select(id => evaluator.Allocate((call.Site.Syntax, id), evaluator.State[id])));
            default:
                return null;
        }
    }

    private static Value ToText(Evaluator evaluator, Value receiver, LibraryCall call)
    {
        if (receiver.Open == Openness.Closed && receiver.Objects.IsEmpty)
            return Text.Of(evaluator, receiver, null, call.Site);

        // A class of the source without a ToString of its own gives its name; a record gives all it holds.
        var labels = receiver.Labels;
        foreach (var id in receiver.Objects)
        {
            var target = evaluator.State[id];
            var isPlain = target.Kind is ObjectKind.Instance && target.Type is { IsRecord: false, IsAnonymousType: false, IsTupleType: false } type && !IsException(type);
            if (!isPlain && target.Kind is not (ObjectKind.Sequence or ObjectKind.Map))
                labels = labels.Union(evaluator.State.LabelsWithin(Value.ToObject(id)));
        }

        return Evaluator.Typed(Value.Something.With(labels: evaluator.Derive(call.Site, labels)), receiver.Objects.IsEmpty ? receiver.Type ?? call.Method?.ContainingType : null);
    }

    /// <summary>Whether a type is an exception.</summary>
    public static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "Exception")
                return true;
        }

        return false;
    }
}
