using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What is known of locals, parameters and captures at one point.</summary>
internal sealed class FlowState
{
    private readonly ImmutableDictionary<object, FlowValue> _values;

    // Every origin that a value has, and maybe some that none has any more: spares most searches for holders.
    private readonly ImmutableHashSet<object> _origins;

    private FlowState(ImmutableDictionary<object, FlowValue> values, ImmutableHashSet<object> origins)
    {
        _values = values;
        _origins = origins;
    }

    /// <summary>Nothing has been assigned yet: parameters are what the caller gave.</summary>
    public static FlowState Empty { get; } = new(ImmutableDictionary<object, FlowValue>.Empty, ImmutableHashSet<object>.Empty);

    /// <summary>What is known of a variable; null where it was never assigned on any way here.</summary>
    public FlowValue? Find(object variable) => _values.TryGetValue(variable, out var value) ? value : null;

    /// <summary>After the variable got this value.</summary>
    public FlowState With(object variable, FlowValue value) =>
        new(_values.SetItem(variable, value), value.Origin is { } origin ? _origins.Add(origin) : _origins);

    /// <summary>After an operation ran again: who holds its earlier value no longer holds "the" value of that operation.</summary>
    public FlowState Forget(object origin)
    {
        if (!_origins.Contains(origin))
            return this;
        var values = _values;
        foreach (var pair in _values)
        {
            if (ReferenceEquals(pair.Value.Origin, origin))
                values = values.SetItem(pair.Key, FlowValue.Unknown with { IsNotNull = pair.Value.IsNotNull, IsNotNegative = pair.Value.IsNotNegative });
        }

        return new FlowState(values, _origins.Remove(origin));
    }

    /// <summary>Where two ways meet. A variable that only one of them assigned is in scope on that way only.</summary>
    public FlowState Join(FlowState other)
    {
        if (ReferenceEquals(this, other) || ReferenceEquals(_values, other._values))
            return this;
        var joined = _values;
        foreach (var pair in other._values)
        {
            var isMine = _values.TryGetValue(pair.Key, out var mine);
            if (isMine && mine.Equals(pair.Value))
                continue; // The usual case: spares a second search.
            joined = joined.SetItem(pair.Key, isMine ? mine.Join(pair.Value)
                : pair.Key is IParameterSymbol parameter ? ParameterValue(parameter).Join(pair.Value) : pair.Value);
        }

        foreach (var pair in _values)
        {
            if (pair.Key is IParameterSymbol parameter && !other._values.ContainsKey(pair.Key))
                joined = joined.SetItem(pair.Key, ParameterValue(parameter).Join(pair.Value));
        }

        return ReferenceEquals(joined, _values) ? this : new FlowState(joined, _origins.Union(other._origins));
    }

    /// <summary>The value of a parameter that was not assigned: whatever the caller gave.</summary>
    public static FlowValue ParameterValue(IParameterSymbol parameter) =>
        FlowValue.From(parameter, TypeFacts.IsNeverNull(parameter.Type), TypeFacts.IsUnsigned(parameter.Type));

    /// <summary>The key of an assigned or read place; null for places that are not followed (fields, elements).</summary>
    /// <remarks>For what a write changes see <see cref="CaptureTargets"/>: the place may have been captured.</remarks>
    public static object? KeyOf(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IDeclarationExpressionOperation declaration => KeyOf(declaration.Expression),
        _ => null,
    };
}
