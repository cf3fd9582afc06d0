using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Types of which two values that were made alike are equal.</summary>
internal static class ComparedValues
{
    private const int Deepest = 3;

    /// <summary>Whether an assertion of equality compares what two of them hold; where it compares whether they are one, asking twice says something.</summary>
    public static bool AreComparedByValue(ITypeSymbol? type) => IsByValue(type, 0);

    // Sequences are compared item by item, by every framework.
    private static bool IsByValue(ITypeSymbol? type, int depth) => depth < Deepest && type switch
    {
        null or ITypeParameterSymbol or IDynamicTypeSymbol or IErrorTypeSymbol => false,
        IArrayTypeSymbol array => IsByValue(array.ElementType, depth + 1),
        { IsValueType: true } or { SpecialType: SpecialType.System_String } or { IsRecord: true } or { IsAnonymousType: true } => true,
        INamedTypeSymbol named when ItemOf(named) is { } item => IsByValue(item, depth + 1),
        _ => type.GetMembers("Equals").OfType<IMethodSymbol>().Any(static m => m.IsOverride),
    };

    private static ITypeSymbol? ItemOf(INamedTypeSymbol type) => type.AllInterfaces.Prepend(type)
        .FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
}
