using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Looks for types and extension methods in every namespace of a compilation.</summary>
internal sealed class TypeSearch(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<INamedTypeSymbol>> _types = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<INamespaceSymbol>> _namespaces = new(() => [.. All(compilation.GlobalNamespace)]);
    private readonly Lazy<ILookup<string, IMethodSymbol>> _extensions = new(() => All(compilation.GlobalNamespace)
        .SelectMany(static n => n.GetTypeMembers())
        .Where(static type => type.IsStatic && type.MightContainExtensionMethods && type.DeclaredAccessibility == Accessibility.Public)
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(static method => method.IsExtensionMethod && method.DeclaredAccessibility == Accessibility.Public)
        .ToLookup(static method => method.Name, StringComparer.Ordinal));

    /// <summary>The types of this name that can be used here, in the order of their full names.</summary>
    public ImmutableArray<INamedTypeSymbol> TypesNamed(string name) => _types.GetOrAdd(name, n =>
    [
        .. _namespaces.Value.SelectMany(space => space.GetTypeMembers(n))
            .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal),
    ]);

    /// <summary>An extension method of this name that this type could be given, from whatever namespace.</summary>
    public IMethodSymbol? ExtensionNamed(string name, ITypeSymbol receiver) =>
        _extensions.Value[name].FirstOrDefault(method => method.ReduceExtensionMethod(receiver) is not null);

    private static IEnumerable<INamespaceSymbol> All(INamespaceSymbol root)
    {
        yield return root;
        foreach (var child in root.GetNamespaceMembers().SelectMany(All))
            yield return child;
    }
}
