using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>A type or a bare name that is nowhere in reach. It is explained only where all references are there.</summary>
internal sealed class PhantomBareName(KnownTypes types, TypeSearch search, PhantomPlace place)
{
    private string Wanted => place.Name.Text;

    private int Arity => (place.Name.Name as GenericNameSyntax)?.Arity ?? 0;

    /// <summary>Explains a name without a receiver; null where it may be inherited or generated, or nothing resembles it.</summary>
    public Explanation? Explain()
    {
        if (place.LacksReferences || !SurroundingsAreWhole())
            return null;

        var what = place.Name.IsType ? $"a type '{Wanted}'" : $"'{Wanted}' here";
        if (CanBeType() && search.TypesNamed(Wanted).FirstOrDefault(type => type.Arity == Arity && !type.ContainingNamespace.IsGlobalNamespace) is { } elsewhere)
            return new Explanation(place.Name.Name, what, $"it is in the namespace '{elsewhere.ContainingNamespace}', which is not imported", $"Add 'using {elsewhere.ContainingNamespace};'", elsewhere);
        return Nearest(what, place.Name.IsType ? place.Model.LookupNamespacesAndTypes(place.Position) : place.Model.LookupSymbols(place.Position).Where(Fits));
    }

    /// <summary>Explains a name that a namespace does not have.</summary>
    public Explanation? ExplainIn(INamespaceSymbol space)
    {
        if (place.LacksReferences)
            return null;
        var what = $"'{Wanted}' in '{space}'";
        if (search.TypesNamed(Wanted).FirstOrDefault(type => type.Arity == Arity) is { } elsewhere)
            return new Explanation(place.Name.Name, what, $"it is in '{elsewhere.ContainingNamespace}'", $"Use '{elsewhere.ContainingNamespace}.{elsewhere.Name}'", elsewhere);
        return Nearest(what, place.Model.LookupNamespacesAndTypes(place.Position, space));
    }

    private Explanation? Nearest(string what, IEnumerable<ISymbol> candidates)
    {
        var named = candidates.Where(static c => c is not INamespaceSymbol && c.CanBeReferencedByName).GroupBy(static c => c.Name, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);
        return !named.ContainsKey(Wanted) && NearestName.Of(Wanted, named.Keys.Where(IsSlip)) is { } near
            ? new Explanation(place.Name.Name, what, $"the nearest real name is '{near}'", $"Use '{near}', or write '{Wanted}' first", named[near])
            : null;
    }

    // Stricter than for members: 'Location', 'ISymbol' and 'locations' may all be there, each in its own file.
    private bool IsSlip(string name) =>
        string.Equals(name, Wanted, StringComparison.OrdinalIgnoreCase)
        || (Wanted.Length > 3 && name[0] == Wanted[0] && name.TrimEnd('s') != Wanted.TrimEnd('s') && NearestName.Distance(name, Wanted, 1) == 1);

    // What is called is a method or a delegate; what is not may be anything, but a name in Pascal case before a dot is a type's.
    private bool Fits(ISymbol symbol) => (symbol is INamedTypeSymbol || !CanBeType() || char.IsLower(Wanted[0])) && FitsCall(symbol);

    private bool FitsCall(ISymbol symbol) => !place.Name.IsCalled || symbol is IMethodSymbol || TypeOf(symbol) is { TypeKind: TypeKind.Delegate };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private bool CanBeType() => place.Name.IsType || place.Name.Name.Parent is MemberAccessExpressionSyntax;

    private bool SurroundingsAreWhole()
    {
        for (var type = place.Model.GetEnclosingSymbol(place.Position, place.Cancellation) is { } symbol ? symbol as INamedTypeSymbol ?? symbol.ContainingType : null;
             type is not null;
             type = type.ContainingType)
        {
            if (!types.IsWhole(type))
                return false;
        }

        return true;
    }
}
