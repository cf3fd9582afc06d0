using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>What a variable holds before it is written.</summary>
internal static class Defaults
{
    /// <summary>The default of a field's or property's type; anything for what is not a member.</summary>
    public static Value Of(object slot) => slot switch
    {
        IFieldSymbol field => OfType(field.Type),
        IPropertySymbol property => OfType(property.Type),
        _ => Value.Anything,
    };

    /// <summary>The default value of a type.</summary>
    public static Value OfType(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol => Value.Anything,
        { IsReferenceType: true } or IPointerTypeSymbol => Value.Null,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => Value.Null,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => OfType(underlying),
        _ => type.SpecialType switch
        {
            SpecialType.System_Boolean => Value.Of(false),
            SpecialType.System_Int32 => Value.Of(0),
            SpecialType.System_Int64 => Value.Of(0L),
            SpecialType.System_Char => Value.Of('\0'),
            SpecialType.System_Byte => Value.Of((byte)0),
            SpecialType.System_Double => Value.Of(0d),
            _ => Value.Something,
        },
    };
}
