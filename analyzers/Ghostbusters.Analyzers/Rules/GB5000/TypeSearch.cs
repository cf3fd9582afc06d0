using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Looks for types and extension methods in every namespace of a compilation.</summary>
internal sealed class TypeSearch(Compilation compilation)
{
    private readonly Lazy<ImmutableArray<INamespaceSymbol>> _namespaces = new(() => [.. All(compilation.GlobalNamespace)]);

    /// <summary>The public namespaces' types of this name, in the order of their full names.</summary>
    public IEnumerable<INamedTypeSymbol> TypesNamed(string name) => _namespaces.Value
        .SelectMany(n => n.GetTypeMembers(name))
        .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>An extension method of this name that this type could be given, from whatever namespace.</summary>
    public IMethodSymbol? ExtensionNamed(string name, ITypeSymbol receiver) => _namespaces.Value
        .SelectMany(static n => n.GetTypeMembers())
        .Where(static type => type.IsStatic && type.MightContainExtensionMethods && type.DeclaredAccessibility == Accessibility.Public)
        .SelectMany(type => type.GetMembers(name).OfType<IMethodSymbol>())
        .FirstOrDefault(method => method.IsExtensionMethod && method.DeclaredAccessibility == Accessibility.Public && method.ReduceExtensionMethod(receiver) is not null);

    private static IEnumerable<INamespaceSymbol> All(INamespaceSymbol root)
    {
        yield return root;
        foreach (var child in root.GetNamespaceMembers().SelectMany(All))
            yield return child;
    }
}
