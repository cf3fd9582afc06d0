using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Type names as the models write them.</summary>
internal static class TypeNames
{
    // Brackets are lists in YAML.
    private const string ArraySuffix = " array";

    /// <summary>The name in full, without arity and type arguments: <c>System.Collections.Generic.Dictionary.KeyCollection</c>.</summary>
    public static string Full(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return Full(array.ElementType) + "[]";
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + "." + name;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            name = space.Name + "." + name;
        return name;
    }

    /// <summary>Whether <paramref name="written"/> is this type: a C# keyword, a full name, <c>any</c>, or one with <c> array</c> behind.</summary>
    public static bool Names(string written, ITypeSymbol type)
    {
        if (written == "any")
            return true;
        if (written.EndsWith(ArraySuffix, StringComparison.Ordinal))
            return type is IArrayTypeSymbol array && Names(written.Substring(0, written.Length - ArraySuffix.Length), array.ElementType);
        return Keyword(written) is { } special ? type.SpecialType == special
            : type.Name == Simple(written) && (type.TypeKind == TypeKind.Error || Full(type) == written);
    }

    /// <summary>What stands behind the last dot.</summary>
    public static string Simple(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>What stands before the last dot; empty where there is none.</summary>
    public static string Outer(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name.Substring(0, dot) : "";

    private static SpecialType? Keyword(string written) => written switch
    {
        "string" => SpecialType.System_String,
        "object" => SpecialType.System_Object,
        "bool" => SpecialType.System_Boolean,
        "byte" => SpecialType.System_Byte,
        "char" => SpecialType.System_Char,
        "int" => SpecialType.System_Int32,
        "long" => SpecialType.System_Int64,
        _ => null,
    };
}
