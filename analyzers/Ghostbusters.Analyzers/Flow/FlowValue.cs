using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// What is known of a value at one point: nothing, a constant, or where it came from. Two values with the same
/// <see cref="Origin"/> are the same value.
/// </summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Constant">The constant (null is one).</param>
/// <param name="Origin">The operation or symbol (a parameter, <c>this</c>) that gave the value.</param>
/// <param name="IsNotNull">It cannot be null.</param>
/// <param name="IsNotNegative">It is a number that cannot be below zero.</param>
internal readonly record struct FlowValue(FlowValueKind Kind, object? Constant, object? Origin, bool IsNotNull, bool IsNotNegative)
{
    /// <summary>Nothing is known.</summary>
    public static FlowValue Unknown { get; } = new(FlowValueKind.Unknown, null, null, false, false);

    /// <summary>The null constant.</summary>
    public static FlowValue Null { get; } = OfConstant(null);

    /// <summary>Whether it is the null constant.</summary>
    public bool IsNull => Kind == FlowValueKind.Constant && Constant is null;

    /// <summary>The constant's value where it is a bool.</summary>
    public bool? AsBool => Kind == FlowValueKind.Constant ? Constant as bool? : null;

    /// <summary>A constant.</summary>
    public static FlowValue OfConstant(object? constant) =>
        new(FlowValueKind.Constant, constant, null, constant is not null, constant is not null && Constants.IsNotNegative(constant));

    /// <summary>A value that is only known by where it came from.</summary>
    public static FlowValue From(object origin, bool isNotNull = false, bool isNotNegative = false) =>
        new(FlowValueKind.Opaque, null, origin, isNotNull, isNotNegative);

    /// <summary>What is known where two ways meet.</summary>
    public FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        var isNotNull = IsNotNull && other.IsNotNull;
        var isNotNegative = IsNotNegative && other.IsNotNegative;
        if (Kind == FlowValueKind.Opaque && other.Kind == FlowValueKind.Opaque && Equals(Origin, other.Origin))
            return From(Origin!, isNotNull, isNotNegative);
        return Unknown with { IsNotNull = isNotNull, IsNotNegative = isNotNegative };
    }

    /// <summary>The operation that gave the value, if one did.</summary>
    public IOperation? OriginOperation => Origin as IOperation;
}

/// <summary>How much is known of a value.</summary>
internal enum FlowValueKind
{
    /// <summary>Nothing but the two flags.</summary>
    Unknown,

    /// <summary>Its constant.</summary>
    Constant,

    /// <summary>Where it came from.</summary>
    Opaque,
}
