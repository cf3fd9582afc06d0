using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Types of which every value equals itself, so that an assertion of it says nothing.</summary>
internal static class EqualToItself
{
    private const int Deepest = 3;

    /// <param name="type">The type of the value that is compared with itself.</param>
    /// <param name="isAboutEquality">The test is about equality: then only of what the language compares is there nothing to test.</param>
    public static bool IsTrusted(ITypeSymbol? type, bool isAboutEquality) => IsTrusted(type, isAboutEquality, 0);

    private static bool IsTrusted(ITypeSymbol? type, bool isAboutEquality, int depth)
    {
        if (type is null || depth > Deepest || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic or TypeKind.Error)
            return false;
        if (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String)
            return true;
        if (isAboutEquality || type.SpecialType == SpecialType.System_Object)
            return false;
        if (type is IArrayTypeSymbol array)
            return IsTrusted(array.ElementType, isAboutEquality, depth + 1);
        // Of the framework: its collections are compared item by item, its values and tuples part by part.
        if (type is INamedTypeSymbol named && IsOfFramework(named) && (named.IsValueType || IsSequence(named)))
            return named.TypeArguments.All(a => IsTrusted(a, isAboutEquality, depth + 1));
        return type.TypeKind != TypeKind.Interface && !type.IsValueType && IsLeftToCompiler(type);
    }

    // Where a type says itself what is equal, asking whether a value equals itself may be the test.
    private static bool IsLeftToCompiler(ITypeSymbol type)
    {
        for (var t = type; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType)
        {
            if (Written(t, "Equals") || (!t.IsRecord && Written(t, "op_Equality")))
                return false;
        }

        return type.IsRecord ? type.AllInterfaces.All(static i => i.Name == "IEquatable") : !type.AllInterfaces.Any(static i => i.Name is "IEquatable" or "IComparable" or "IEnumerable");
    }

    private static bool Written(ITypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>().Any(m => !(type.IsRecord && m.IsImplicitlyDeclared));

    private static bool IsSequence(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.IsTupleType || (RootNamespace.Of(type) == "System" && type.Locations.All(static l => l.IsInMetadata));
}
