using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What a type alone says of its values.</summary>
internal static class TypeFacts
{
    /// <summary>A value type that is not Nullable.</summary>
    public static bool IsNeverNull(ITypeSymbol? type) => type is { IsValueType: true, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer) } && !IsNullable(type);

    /// <summary>Nullable of something.</summary>
    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type under Nullable, or the type itself.</summary>
    public static ITypeSymbol? WithoutNullable(ITypeSymbol? type) =>
        IsNullable(type) && type is INamedTypeSymbol nullable ? nullable.TypeArguments[0] : type;

    /// <summary>An unsigned integer.</summary>
    public static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
        or SpecialType.System_UIntPtr or SpecialType.System_Char;

    /// <summary>A floating point number, maybe nullable: not even equal to itself when it is NaN.</summary>
    public static bool IsFloating(ITypeSymbol? type) =>
        WithoutNullable(type)?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
