using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What is known of locals, parameters and captures at one point.</summary>
internal sealed class FlowState
{
    private readonly ImmutableDictionary<object, FlowValue> _values;

    private FlowState(ImmutableDictionary<object, FlowValue> values) => _values = values;

    /// <summary>Nothing has been assigned yet: parameters are what the caller gave.</summary>
    public static FlowState Empty { get; } = new(ImmutableDictionary<object, FlowValue>.Empty);

    /// <summary>What is known of a variable; null where it was never assigned on any way here.</summary>
    public FlowValue? Find(object variable) => _values.TryGetValue(variable, out var value) ? value : null;

    /// <summary>After the variable got this value.</summary>
    public FlowState With(object variable, FlowValue value) => new(_values.SetItem(variable, value));

    /// <summary>After an operation ran again: who holds its earlier value no longer holds "the" value of that operation.</summary>
    public FlowState Forget(object origin)
    {
        var values = _values;
        foreach (var pair in _values)
        {
            if (ReferenceEquals(pair.Value.Origin, origin))
                values = values.SetItem(pair.Key, FlowValue.Unknown with { IsNotNull = pair.Value.IsNotNull, IsNotNegative = pair.Value.IsNotNegative });
        }

        return ReferenceEquals(values, _values) ? this : new FlowState(values);
    }

    /// <summary>Where two ways meet. A variable that only one of them assigned is in scope on that way only.</summary>
    public FlowState Join(FlowState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var joined = _values;
        foreach (var pair in other._values)
        {
            var value = _values.TryGetValue(pair.Key, out var mine) ? mine.Join(pair.Value)
                : pair.Key is IParameterSymbol parameter ? ParameterValue(parameter).Join(pair.Value) : pair.Value;
            joined = joined.SetItem(pair.Key, value);
        }

        foreach (var pair in _values)
        {
            if (pair.Key is IParameterSymbol parameter && !other._values.ContainsKey(pair.Key))
                joined = joined.SetItem(pair.Key, ParameterValue(parameter).Join(pair.Value));
        }

        return new FlowState(joined);
    }

    /// <summary>Whether both know the same.</summary>
    public bool Knows(FlowState other) =>
        ReferenceEquals(_values, other._values)
        || (_values.Count == other._values.Count && _values.All(p => other._values.TryGetValue(p.Key, out var value) && value.Equals(p.Value)));

    /// <summary>The value of a parameter that was not assigned: whatever the caller gave.</summary>
    public static FlowValue ParameterValue(IParameterSymbol parameter) =>
        FlowValue.From(parameter, TypeFacts.IsNeverNull(parameter.Type), TypeFacts.IsUnsigned(parameter.Type));

    /// <summary>The key of an assigned or read place; null for places that are not followed (fields, elements).</summary>
    public static object? KeyOf(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IDeclarationExpressionOperation declaration => KeyOf(declaration.Expression),
        _ => null,
    };
}
