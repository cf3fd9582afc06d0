using System.Globalization;
using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Proves that a loose claim asks for nothing, or lets every plausible error through.</summary>
internal sealed class Looseness
{
    // Below this an expected value stands for zero: there is no relative error of zero.
    private const double NearZero = 1e-6;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // A pattern that lets all of these through lets everything through.
    private static readonly string[] Probes = ["", "a", "0", " ", "\n", "a\nb", "-", "<x>", "{}", "Ünïcödé", "1,234.5", "\\", "\t\t", "lorem ipsum dolor 42!", "\0", "日本"];

    private readonly ValueAnalysis _values;
    private readonly SemanticModel _model;

    /// <param name="values">What is known in the method.</param>
    /// <param name="model">The file that the method is in: its read-only fields are looked up there.</param>
    public Looseness(ValueAnalysis values, SemanticModel model)
    {
        _values = values;
        _model = model;
    }

    /// <summary>Why the claim asks for nothing, as the rest of a sentence; null where it asks for something.</summary>
    public string? ReasonOf(LooseClaim claim) => claim.Kind switch
    {
        LooseKind.Near => OfTolerance(claim),
        LooseKind.NearPercent => NumberOf(claim.Limit) is >= 100 and var percent ? $"a tolerance of {Text(percent)} % lets zero and twice the expected value through" : null,
        LooseKind.Rounded => OfRounding(claim),
        LooseKind.Part => TextOf(claim.Wanted) is "" ? "every text contains the empty one" : null,
        LooseKind.Pattern => PatternOf(claim.Wanted) is { } pattern && MatchesAll(pattern.Text, pattern.Options) ? $"the pattern '{pattern.Text}' matches every text" : null,
        LooseKind.Wildcard => TextOf(claim.Wanted) is { Length: > 0 } wildcard && wildcard.All(static c => c == '*') ? $"the pattern '{wildcard}' matches every text" : null,
        LooseKind.Range => IsLeast(claim.Actual, claim.Wanted) && IsGreatest(claim.Actual, claim.Limit) ? $"every value of its type lies between {Quote(claim.Wanted)} and {Quote(claim.Limit)}" : null,
        LooseKind.AtLeast => IsTypesOwn(claim.Wanted, "MinValue", "NegativeInfinity") && IsLeast(claim.Actual, claim.Wanted) ? $"nothing is below {Quote(claim.Wanted)}" : null,
        LooseKind.AtMost => IsTypesOwn(claim.Limit, "MaxValue", "PositiveInfinity") && IsGreatest(claim.Actual, claim.Limit) ? $"nothing is above {Quote(claim.Limit)}" : null,
        _ => null,
    };

    private string? OfTolerance(LooseClaim claim)
    {
        if (claim.Limit is null)
            return null;
        if (IsTypesOwn(claim.Limit, "MaxValue", "PositiveInfinity") || NumberOf(claim.Limit) is { } huge && (double.IsPositiveInfinity(huge) || huge >= float.MaxValue))
            return $"a tolerance of {Quote(claim.Limit)} lets every value through";
        if (TypeFacts.WithoutNullable(claim.Actual?.Type)?.Name is "DateTime" or "DateTimeOffset" && DaysOf(claim.Limit) is > 1 and var days)
            return $"a tolerance of {Text(days)} days hides a wrong day, and with it any plausible error of the clock or the time zone";
        if (NumberOf(claim.Limit) is not { } tolerance || NumberOf(claim.Wanted) is not { } expected || double.IsNaN(expected) || double.IsInfinity(expected))
            return null;

        // One more or less is what rounding a whole number may do.
        if (Math.Abs(expected) < NearZero || tolerance < Math.Abs(expected) || (tolerance <= 1 && IsWhole(claim.Actual)))
            return null;
        return $"a tolerance of {Text(tolerance)} is {(tolerance > Math.Abs(expected) ? "more than" : "as much as")} the expected {Text(expected)}: zero and twice as much pass too";
    }

    private string? OfRounding(LooseClaim claim)
    {
        if (NumberOf(claim.Limit) is not (>= 0 and <= 15 and var digits) || NumberOf(claim.Wanted) is not { } expected || Math.Abs(expected) < NearZero)
            return null;
        return Math.Abs(expected) < 1 && Math.Round(expected, (int)digits) == 0
            ? $"rounded to {Text(digits)} decimals the expected {Text(expected)} is zero, and so is everything that is small" : null;
    }

    private bool IsLeast(IOperation? actual, IOperation? bound) =>
        IsTypesOwn(bound, "MinValue", "NegativeInfinity") && SameType(actual, bound)
        || (NumberOf(bound) is <= 0 && actual is not null && _values.At(actual).IsNotNegative)
        || (NumberOf(bound) is { } number && actual?.Type is { } type && LimitsOf(type) is { } limits && number <= limits.Least);

    private bool IsGreatest(IOperation? actual, IOperation? bound) =>
        IsTypesOwn(bound, "MaxValue", "PositiveInfinity") && SameType(actual, bound)
        || (NumberOf(bound) is { } number && actual?.Type is { } type && LimitsOf(type) is { } limits && number >= limits.Greatest);

    private static bool SameType(IOperation? a, IOperation? b) => a?.Type is { } type && SymbolEqualityComparer.Default.Equals(type, b?.Type);

    private static (double Least, double Greatest)? LimitsOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        _ => null,
    };

    private static bool IsTypesOwn(IOperation? bound, string name, string infinity) =>
        bound is IFieldReferenceOperation { Instance: null, Field: { Name: var field, ContainingType.ContainingNamespace.Name: "System" } } && (field == name || field == infinity);

    private static bool IsWhole(IOperation? value) => value?.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private double? NumberOf(IOperation? operation) => Known(operation) switch
    {
        (sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal) and var number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => Resolve(operation) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: null } minus ? -NumberOf(minus.Operand) : null,
    };

    private string? TextOf(IOperation? operation) => Known(operation) as string
        ?? (Resolve(operation) is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } ? "" : null);

    // TimeSpan.FromDays(30), new TimeSpan(30, 0, 0, 0).
    private double? DaysOf(IOperation? operation) => Resolve(operation) switch
    {
        IInvocationOperation { TargetMethod: { Name: var unit, ContainingType.Name: "TimeSpan" }, Arguments: { Length: > 0 } arguments } when NumberOf(ImplicitConversion.Strip(arguments[0].Value)) is { } n => unit switch
        {
            "FromDays" => n,
            "FromHours" => n / 24,
            "FromMinutes" => n / (24 * 60),
            "FromSeconds" => n / (24 * 3600),
            _ => null,
        },
        IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: { Length: 4 } parts } => NumberOf(ImplicitConversion.Strip(parts[0].Value)),
        _ => null,
    };

    private (string Text, RegexOptions Options)? PatternOf(IOperation? operation)
    {
        if (TextOf(operation) is { } text)
            return (text, RegexOptions.None);
        return Resolve(operation) is IObjectCreationOperation { Type.Name: "Regex", Arguments: { Length: > 0 } arguments } && TextOf(ImplicitConversion.Strip(arguments[0].Value)) is { } pattern
            ? (pattern, arguments.Length > 1 && arguments[1].Value.ConstantValue is { HasValue: true, Value: int options } ? (RegexOptions)options & ~RegexOptions.Compiled : RegexOptions.None)
            : null;
    }

    private static bool MatchesAll(string pattern, RegexOptions options)
    {
        try
        {
            var regex = new Regex(pattern, options, Patience);
            return Array.TrueForAll(Probes, regex.IsMatch);
        }
        catch (ArgumentException)
        {
            return false; // No pattern: the test fails by itself.
        }
        catch (RegexMatchTimeoutException)
        {
            return false; // What takes so long is not known to match.
        }
    }

    private object? Known(IOperation? operation)
    {
        if (operation is null)
            return null;
        if (operation.ConstantValue is { HasValue: true, Value: { } constant })
            return constant;
        if (_values.At(operation) is { Kind: FlowValueKind.Constant, Constant: { } value })
            return value;
        return Resolve(operation) is { } origin && !ReferenceEquals(origin, operation) && origin.ConstantValue is { HasValue: true } found ? found.Value : null;
    }

    // What a local or a read-only field holds, as the expression that gave it.
    private IOperation? Resolve(IOperation? operation)
    {
        if (operation is null)
            return null;
        var origin = _values.At(operation).OriginOperation is { } made ? ImplicitConversion.Strip(made) : operation;
        return origin is IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } && InitializerOf(field) is { } initializer ? initializer : origin;
    }

    private IOperation? InitializerOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == _model.SyntaxTree
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && _model.GetOperation(value) is { } operation
            ? ImplicitConversion.Strip(operation) : null;

    private static string Quote(IOperation? operation) => $"'{operation?.Syntax}'";

    private static string Text(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);
}
