using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>How an answer says "nothing".</summary>
internal enum DefaultKind
{
    /// <summary>A null.</summary>
    Null,

    /// <summary>A number that is zero.</summary>
    Zero,

    /// <summary>A text without characters.</summary>
    EmptyText,

    /// <summary>A collection without elements.</summary>
    EmptyCollection,

    /// <summary>A collection that was made empty before the try and given out after it: it holds what came before the failure.</summary>
    PartialCollection,
}

/// <summary>A value by which a method says that there is nothing.</summary>
/// <param name="Kind">Which nothing.</param>
/// <param name="Text">How the code writes it.</param>
internal sealed record DefaultAnswer(DefaultKind Kind, string Text)
{
    /// <summary>What the returned value is; null where it is no such value, or not known to be one.</summary>
    public static DefaultAnswer? Of(IOperation returned, FlowValue value, IMethodSymbol method, IOperation body)
    {
        var written = ReturnedValue.Written(returned, body);
        var operation = ReturnedValue.Of(returned, value, body);
        var type = SuccessValues.ResultType(method);
        if (KindOf(operation, value, type) is not { } kind)
            return null;
        if (kind == DefaultKind.EmptyCollection && !ReferenceEquals(written, operation))
            kind = DefaultKind.PartialCollection;
        return new DefaultAnswer(kind, kind switch
        {
            DefaultKind.Null => "null",
            DefaultKind.Zero => "0",
            DefaultKind.EmptyText => "\"\"",
            _ => written.Syntax.ToString() is { Length: <= 60 } text ? text : "an empty collection",
        });
    }

    /// <summary>Whether the type is enumerated, and no text.</summary>
    public static bool IsCollection(ITypeSymbol? type) => type is { SpecialType: not SpecialType.System_String }
        && (type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
            || type.Name == "IAsyncEnumerable");

    private static DefaultKind? KindOf(IOperation operation, FlowValue value, ITypeSymbol type)
    {
        var isNullable = type.IsReferenceType || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || type is ITypeParameterSymbol { HasValueTypeConstraint: false };
        if (operation is IDefaultValueOperation)
            return isNullable ? DefaultKind.Null : IsNumber(type) ? DefaultKind.Zero : null;
        if (value.IsNull || operation.ConstantValue is { HasValue: true, Value: null })
            return isNullable ? DefaultKind.Null : null;
        var constant = value.Kind == FlowValueKind.Constant ? value.Constant : operation.ConstantValue.Value;
        if (constant is string text || operation is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } })
            return constant is null or "" ? DefaultKind.EmptyText : null;
        if (constant is not null)
            return IsNumber(type) && Constants.AreEqual(Constants.Widen(constant, SpecialType.System_Decimal), 0m) ? DefaultKind.Zero : null;
        return IsEmptyCollection(operation) ? DefaultKind.EmptyCollection : null;
    }

    private static bool IsNumber(ITypeSymbol type) => type.TypeKind != TypeKind.Enum && type.SpecialType is
        SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt16 or SpecialType.System_UInt32
            or SpecialType.System_UInt64 or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsEmptyCollection(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments.Length: 0 } creation => creation.Initializer is null or { Initializers.IsEmpty: true } && IsCollection(creation.Type),
        IArrayCreationOperation array => array.Initializer is { ElementValues.IsEmpty: true } || (array.Initializer is null && array.DimensionSizes.All(static d => d.ConstantValue is { HasValue: true, Value: 0 })),
        ICollectionExpressionOperation list => list.Elements.IsEmpty,
        IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.IsEmpty: true } } call => IsCollection(call.Type),
        IMemberReferenceOperation { Instance: null, Member.Name: "Empty" } member => IsCollection(member.Type),
        _ => false,
    };
}
