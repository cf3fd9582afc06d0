using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>What a comparison answers.</summary>
internal enum ComparisonKind
{
    /// <summary>Whether two are equal.</summary>
    Equality,

    /// <summary>Which comes first.</summary>
    Order,

    /// <summary>A number by which they are told apart.</summary>
    Hash,
}

/// <summary>A method that compares values.</summary>
/// <param name="Kind">What it answers.</param>
/// <param name="Subject">The type whose values it compares.</param>
internal sealed record Comparison(ComparisonKind Kind, ITypeSymbol Subject)
{
    // Names that say that all are the same, or that nothing is compared.
    private static readonly HashSet<string> Sameness = new(StringComparer.OrdinalIgnoreCase)
    {
        "unit", "any", "ignore", "ignored", "ignoring", "wildcard", "singleton", "marker", "unsorted", "stable", "unordered", "insertion", "same", "matcher", "match", "equal",
        "reference", "identity", "unique", "distinct", "incomparable", "uncompared", "noncomparable", "opaque", "excluded", "all", "everything", "preserve", "unhashable", "linear", "collision", "collisions", "colliding",
    };

    /// <summary>Reads the signature; null where it is no comparison of the contract that its name stands for.</summary>
    public static Comparison? Of(IMethodSymbol method)
    {
        var own = method.ContainingType;
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        if (method.IsOverride && method.OverriddenMethod is { ContainingType: { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 } })
            return null; // What the base asks for is not known here.
        // Two comparers that order alike are equal, whatever they hold to do it.
        if ((Implements(own, "IComparer") || Implements(own, "IEqualityComparer")) && (name == "GetHashCode" ? method.Parameters.IsEmpty : name != "Compare" && method.Parameters.Length == 1 && (method.IsOverride || Is(method.Parameters[0], own))))
            return null;
        return (name, method.Parameters.Length, method.ReturnType.SpecialType) switch
        {
            ("op_Equality" or "op_Inequality", 2, SpecialType.System_Boolean) when Is(method.Parameters[0], own) && Is(method.Parameters[1], own) => new(ComparisonKind.Equality, own),
            ("Equals", 1, SpecialType.System_Boolean) when !method.IsStatic && (method.IsOverride || Is(method.Parameters[0], own)) => new(ComparisonKind.Equality, own),
            ("Equals", 2, SpecialType.System_Boolean) when Implements(own, "IEqualityComparer") => new(ComparisonKind.Equality, method.Parameters[0].Type),
            ("CompareTo", 1, SpecialType.System_Int32) when Implements(own, "IComparable") || (!method.IsStatic && Is(method.Parameters[0], own)) => new(ComparisonKind.Order, own),
            ("Compare", 2, SpecialType.System_Int32) when Implements(own, "IComparer") => new(ComparisonKind.Order, method.Parameters[0].Type),
            // The order of its own values, though no contract asks for it.
            ("Compare", 2, SpecialType.System_Int32) when method.IsStatic && Is(method.Parameters[0], own) && Is(method.Parameters[1], own) => new(ComparisonKind.Order, own),
            ("GetHashCode", 0, SpecialType.System_Int32) when method.IsOverride => new(ComparisonKind.Hash, own),
            ("GetHashCode", 1, SpecialType.System_Int32) when Implements(own, "IEqualityComparer") => new(ComparisonKind.Hash, method.Parameters[0].Type),
            _ => null,
        };
    }

    /// <summary>Whether a type around the member is named as one whose values are all the same.</summary>
    public static bool NamesSameness(SyntaxNode member) =>
        member.Ancestors().OfType<TypeDeclarationSyntax>().Any(static t => PascalWords.Of(t.Identifier.ValueText).Any(Sameness.Contains));

    private static bool Is(IParameterSymbol parameter, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(Flow.TypeFacts.WithoutNullable(parameter.Type), type);

    private static bool Implements(INamedTypeSymbol type, string contract) => type.AllInterfaces.Any(i => i.Name == contract);
}
