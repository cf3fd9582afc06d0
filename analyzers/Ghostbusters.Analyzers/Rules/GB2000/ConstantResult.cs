using System.Globalization;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Results that are the same on every call: constants, defaults, empty values, and tasks that hold one.</summary>
internal static class ConstantResult
{
    /// <summary>The result in words, such as <c>the constant 0</c> or <c>an empty List</c>; null where it may vary.</summary>
    public static string? Describe(IOperation operation, ValueAnalysis values)
    {
        var known = values.At(operation);
        if (known.Kind == FlowValueKind.Constant)
            return DescribeConstant(known.Constant, operation.Type);
        return DescribeValue(known.OriginOperation ?? operation, values);
    }

    /// <summary>By what two results that are described alike are told apart: the value where it is one, else what is written.</summary>
    public static object? Identity(IOperation operation, ValueAnalysis values) =>
        values.At(operation) is { Kind: FlowValueKind.Constant, Constant: var constant } ? constant
            : operation.ConstantValue is { HasValue: true, Value: var literal } ? literal
            : Describe(operation, values) is { } text && !text.StartsWith("the same", StringComparison.Ordinal) ? text
            : operation.Syntax.ToString();

    /// <summary>Whether the type belongs to the System namespaces.</summary>
    public static bool IsOfSystem(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space?.Name == "System";
    }

    private static string? DescribeValue(IOperation operation, ValueAnalysis values) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => DescribeConstant(constant, operation.Type),
        IDefaultValueOperation => "the default of " + NameOf(operation.Type),
        IConversionOperation { OperatorMethod: null } conversion => Describe(conversion.Operand, values),
        IConversionOperation { OperatorMethod: not null } conversion when IsOfSystem(conversion.Type) => Describe(conversion.Operand, values),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Name: "Empty" or "Zero" or "MinValue" or "MaxValue" } field } when IsOfSystem(field.ContainingType) =>
            $"{field.ContainingType.Name}.{field.Name}",
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "CompletedTask" } } => "a completed task",
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Empty" } property } when IsOfSystem(property.ContainingType) => "an empty " + property.ContainingType.Name,
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Empty", Parameters.IsEmpty: true } method } when IsOfSystem(method.ContainingType) => "an empty " + NameOf(operation.Type),
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments.Length: 1 } call => Describe(call.Arguments[0].Value, values),
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask", TypeArguments.Length: 1 }, Arguments.Length: 1 } creation => Describe(creation.Arguments[0].Value, values),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } creation when IsSystemCollection(creation.Type) => "an empty " + NameOf(creation.Type),
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type.IsValueType: true, Constructor: null or { IsImplicitlyDeclared: true } } creation => "the default of " + NameOf(creation.Type),
        ICollectionExpressionOperation { Elements.IsEmpty: true } => "an empty collection",
        ICollectionExpressionOperation collection when collection.Elements.All(e => Describe(e, values) is not null) => "the same elements",
        IArrayCreationOperation { Initializer: null, DimensionSizes.Length: 1 } array when array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: 0 } => "an empty array",
        IArrayCreationOperation { Initializer.ElementValues: var elements } when elements.All(e => Describe(e, values) is not null) => elements.IsEmpty ? "an empty array" : "the same elements",
        ITupleOperation tuple when tuple.Elements.All(e => Describe(e, values) is not null) => "the same values",
        _ => null,
    };

    // Strings are not quoted: they may be secrets.
    private static string DescribeConstant(object? constant, ITypeSymbol? type) => constant switch
    {
        null => type is { IsValueType: true } && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? "the default of " + NameOf(type) : "null",
        "" => "an empty string",
        string => "the same string",
        bool value => value ? "the constant true" : "the constant false",
        _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named => "the constant " + EnumName(named, constant),
        _ => "the constant " + Convert.ToString(constant, CultureInfo.InvariantCulture),
    };

    private static string EnumName(INamedTypeSymbol type, object constant) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant))?.Name
        ?? Convert.ToString(constant, CultureInfo.InvariantCulture);

    private static string NameOf(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "its type";

    private static bool IsSystemCollection(ITypeSymbol? type) =>
        IsOfSystem(type) && type!.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);
}
