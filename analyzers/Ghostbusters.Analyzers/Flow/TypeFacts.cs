using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>What a type alone says of its values.</summary>
internal static class TypeFacts
{
    /// <summary>A value type that is not Nullable.</summary>
    public static bool IsNeverNull(ITypeSymbol? type) =>
        type is { IsValueType: true } && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;

    /// <summary>An unsigned integer.</summary>
    public static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64
        or SpecialType.System_UIntPtr or SpecialType.System_Char;

    /// <summary>A floating point number: not even equal to itself when it is NaN.</summary>
    public static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
