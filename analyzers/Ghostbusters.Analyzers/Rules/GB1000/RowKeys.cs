using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// A text for a row of test data: two rows with the same text hold the same values of the same types. Null where a value is
/// not known from the source.
/// </summary>
internal static class RowKeys
{
    // What these make of constants is always the same value.
    private static readonly HashSet<string> PureTypes = new(StringComparer.Ordinal)
    {
        "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Decimal", "Version", "Uri", "String", "Tuple", "KeyValuePair", "ValueTuple", "Int128", "Half", "BigInteger",
    };

    /// <summary>The key of an attribute: its arguments, with names and types.</summary>
    public static string? Of(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { TypeKind: not TypeKind.Error } type)
            return null;
        var values = attribute.ConstructorArguments.SelectMany(Flat).Select(static c => ("", Constant: c))
            .Concat(attribute.NamedArguments.OrderBy(static n => n.Key, StringComparer.Ordinal).Select(static n => (n.Key + "=", Constant: n.Value)))
            .Select(static v => Of(v.Constant) is { } key ? v.Item1 + key : null).ToList();
        // What does not bind is written there and gives no value.
        if ((values.Count == 0 || values.Any(static v => v is "null" or "null[]")) && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList: { Arguments.Count: > 0 } arguments } && !arguments.ToString().Contains("null"))
            return null;
        return values.Contains(null) ? null : $"{type.ToDisplayString()}({string.Join(", ", values)})";
    }

    /// <summary>The key of a constant in an attribute.</summary>
    public static string? Of(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array => constant.IsNull ? "null[]" : constant.Values.Select(Of).ToList() is var keys && keys.Contains(null) ? null : $"{constant.Type?.ToDisplayString()}[{string.Join(", ", keys)}]",
        TypedConstantKind.Type => $"typeof {constant.Value}",
        TypedConstantKind.Error => null,
        _ => constant.IsNull ? "null" : OfConstant(constant.Value, constant.Type),
    };

    /// <summary>The key of a row that an expression makes.</summary>
    public static string? Of(IOperation? value)
    {
        if (value is null)
            return null;
        if (value.ConstantValue is { HasValue: true } constant)
            return OfConstant(constant.Value, value.Type);
        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
            IParenthesizedOperation inner => Of(inner.Operand),
            IArgumentOperation argument => Of(argument.Value),
            ITypeOfOperation type => $"typeof {type.TypeOperand}",
            IFieldReferenceOperation { Instance: null, Field: { IsReadOnly: true } field } => field.ToDisplayString(),
            IArrayCreationOperation { Initializer: { } elements } array => Join(array.Type?.ToDisplayString(), elements.ElementValues),
            IArrayInitializerOperation elements => Join("[]", elements.ElementValues),
            ICollectionExpressionOperation collection => Join(collection.Type?.ToDisplayString(), collection.Elements),
            ITupleOperation tuple => Join("", tuple.Elements),
            IObjectCreationOperation { Initializer: null, Type: { } type } creation when IsPure(type) || IsRow(type) => Join(type.ToDisplayString(), creation.Arguments),
            IInvocationOperation { Instance: null, TargetMethod: { ContainingType.Name: "TimeSpan" } method } call => Join(method.ToDisplayString(), call.Arguments),
            IInvocationOperation { Instance: { Type: { } type } row } call when IsRow(type) => Of(row) is { } key ? Join(key + "." + call.TargetMethod.Name, call.Arguments) : null,
            _ => null,
        };
    }

    /// <summary>The key of several values in a row.</summary>
    public static string? Join(string? prefix, IEnumerable<IOperation> values)
    {
        var keys = values.Select(Of).ToList();
        return keys.Contains(null) ? null : $"{prefix}({string.Join(", ", keys)})";
    }

    /// <summary>Whether the type is a framework's row: TestCaseData, TheoryDataRow.</summary>
    public static bool IsRow(ITypeSymbol? type) => type?.Name is "TestCaseData" or "TheoryDataRow" or "TestFixtureData" or "TestDataRow";

    // A params array and its elements written out are the same row.
    private static IEnumerable<TypedConstant> Flat(TypedConstant argument) =>
        argument is { Kind: TypedConstantKind.Array, IsNull: false, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Object } } ? argument.Values : [argument];

    private static bool IsPure(ITypeSymbol type) => PureTypes.Contains(type.Name) && type.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true;

    // 1, 1L, 1.0 and '1' are different values, and so are 0.0 and -0.0.
    private static string OfConstant(object? value, ITypeSymbol? type) => value switch
    {
        null => "null",
        double d => $"double {BitConverter.DoubleToInt64Bits(d)}",
        float f => $"float {BitConverter.DoubleToInt64Bits(f)}",
        decimal m => $"decimal {string.Join(" ", decimal.GetBits(m))}",
        string s => "\"" + s.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"",
        _ => $"{type?.ToDisplayString()} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };
}
