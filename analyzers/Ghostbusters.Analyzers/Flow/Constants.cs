using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>C#'s arithmetic and comparisons on constants, as far as flow needs it. What is not sure is null.</summary>
internal static class Constants
{
    /// <summary>Whether the constant is a number from zero up.</summary>
    public static bool IsNotNegative(object constant) => constant switch
    {
        sbyte or short or int or long => Convert.ToInt64(constant, CultureInfo.InvariantCulture) >= 0,
        byte or ushort or uint or ulong or char => true,
        decimal d => d >= 0,
        double d => d >= 0,
        float f => f >= 0,
        _ => false,
    };

    /// <summary>An implicit numeric conversion of a constant; null where the target is not a number that is known here.</summary>
    public static object? Widen(object constant, SpecialType target)
    {
        // Convert refuses char for the fractional types.
        var number = constant is char c ? (int)c : constant;
        return target switch
        {
            _ when !IsNumber(number) => null,
            SpecialType.System_Int16 => Convert.ToInt16(number, CultureInfo.InvariantCulture),
            SpecialType.System_UInt16 => Convert.ToUInt16(number, CultureInfo.InvariantCulture),
            SpecialType.System_Int32 => Convert.ToInt32(number, CultureInfo.InvariantCulture),
            SpecialType.System_UInt32 => Convert.ToUInt32(number, CultureInfo.InvariantCulture),
            SpecialType.System_Int64 => Convert.ToInt64(number, CultureInfo.InvariantCulture),
            SpecialType.System_UInt64 => Convert.ToUInt64(number, CultureInfo.InvariantCulture),
            SpecialType.System_Single => Convert.ToSingle(number, CultureInfo.InvariantCulture),
            SpecialType.System_Double => Convert.ToDouble(number, CultureInfo.InvariantCulture),
            SpecialType.System_Decimal => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>The result of an operator on two constants; null where it is not known.</summary>
    public static FlowValue? Fold(BinaryOperatorKind kind, object? left, object? right) => kind switch
    {
        BinaryOperatorKind.Equals => Bool(AreEqual(left, right)),
        BinaryOperatorKind.NotEquals => Bool(!AreEqual(left, right)),
        _ => left is not null && right is not null ? FoldValues(kind, left, right) : null,
    };

    private static FlowValue? FoldValues(BinaryOperatorKind kind, object left, object right)
    {
        if (left is bool a && right is bool b)
        {
            return kind switch
            {
                BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Bool(a && b),
                BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Bool(a || b),
                BinaryOperatorKind.ExclusiveOr => Bool(a ^ b),
                _ => null,
            };
        }

        if (left is string s && right is string t)
            return kind == BinaryOperatorKind.Add && s.Length + t.Length <= MostCharacters ? FlowValue.OfConstant(s + t) : null;
        if (IsInteger(left) && IsInteger(right))
            return FoldIntegers(kind, left, right);
        if (left is double or float && right is double or float)
            return CompareFloating(kind, Convert.ToDouble(left, CultureInfo.InvariantCulture), Convert.ToDouble(right, CultureInfo.InvariantCulture));
        return left is decimal x && right is decimal y ? Compare(kind, x, y) : null;
    }

    // A loop that doubles a string, or ten thousand joined literals, must not fill the memory.
    private const int MostCharacters = 4096;

    private static FlowValue? FoldIntegers(BinaryOperatorKind kind, object left, object right)
    {
        if (left is ulong || right is ulong)
            return Compare(kind, ToDecimal(left), ToDecimal(right));
        var a = Convert.ToInt64(left, CultureInfo.InvariantCulture);
        var b = Convert.ToInt64(right, CultureInfo.InvariantCulture);
        if (Compare(kind, a, b) is { } compared)
            return compared;

        // Only int is folded: other widths promote in ways that a comparison seldom depends on.
        if (left is not int || right is not int)
            return null;
        long? result = kind switch
        {
            BinaryOperatorKind.Add => a + b,
            BinaryOperatorKind.Subtract => a - b,
            BinaryOperatorKind.Multiply => a * b,
            BinaryOperatorKind.Divide when b != 0 => a / b,
            BinaryOperatorKind.Remainder when b != 0 => a % b,
            _ => null,
        };
        return result is >= int.MinValue and <= int.MaxValue ? FlowValue.OfConstant((int)result) : null;
    }

    private static FlowValue? Compare<T>(BinaryOperatorKind kind, T a, T b)
        where T : IComparable<T> => kind switch
        {
            BinaryOperatorKind.LessThan => Bool(a.CompareTo(b) < 0),
            BinaryOperatorKind.LessThanOrEqual => Bool(a.CompareTo(b) <= 0),
            BinaryOperatorKind.GreaterThan => Bool(a.CompareTo(b) > 0),
            BinaryOperatorKind.GreaterThanOrEqual => Bool(a.CompareTo(b) >= 0),
            _ => null,
        };

    // Operators and not CompareTo: that one puts NaN below every number.
    private static FlowValue? CompareFloating(BinaryOperatorKind kind, double a, double b) => kind switch
    {
        BinaryOperatorKind.LessThan => Bool(a < b),
        BinaryOperatorKind.LessThanOrEqual => Bool(a <= b),
        BinaryOperatorKind.GreaterThan => Bool(a > b),
        BinaryOperatorKind.GreaterThanOrEqual => Bool(a >= b),
        _ => null,
    };

    /// <summary>Equality as C# has it after numeric promotion.</summary>
    public static bool AreEqual(object? left, object? right)
    {
        if (left is null || right is null)
            return left is null && right is null;
        if (IsInteger(left) && IsInteger(right))
            return ToDecimal(left) == ToDecimal(right);

        // `==` and not Equals: NaN is not equal to itself.
        if (left is double or float && right is double or float)
            return Convert.ToDouble(left, CultureInfo.InvariantCulture) == Convert.ToDouble(right, CultureInfo.InvariantCulture);
        return left.Equals(right);
    }

    // Convert refuses to make a decimal of a char.
    private static decimal ToDecimal(object integer) => integer is char c ? c : Convert.ToDecimal(integer, CultureInfo.InvariantCulture);

    private static bool IsInteger(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or char;

    private static bool IsNumber(object value) => IsInteger(value) || value is float or double or decimal;

    private static FlowValue? Bool(bool value) => FlowValue.OfConstant(value);
}
