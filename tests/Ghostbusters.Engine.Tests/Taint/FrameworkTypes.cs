using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Engine.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Engine.Tests.Taint;

/// <summary>The public types of the frameworks that the engine carries, by their names as models write them.</summary>
internal static class FrameworkTypes
{
    private static readonly Lazy<ILookup<string, INamedTypeSymbol>> All = new(static () =>
        Of([FrameworkSet.Core, FrameworkSet.Web]).Concat(Of([FrameworkSet.Classic])).ToLookup(TypeNames.Full, StringComparer.Ordinal));

    /// <summary>The types of this name: one a framework and arity.</summary>
    public static ImmutableArray<INamedTypeSymbol> Named(string name) => [.. All.Value[name]];

    /// <summary>The members of this name that the type, its base types and its interfaces have; a constructor is the type's own.</summary>
    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        if (name == ".ctor")
            return type.InstanceConstructors.Where(static c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);
        IEnumerable<INamedTypeSymbol> above = type.AllInterfaces;
        for (var current = type; current is not null; current = current.BaseType)
            above = above.Append(current);
        return above.SelectMany(static t => t.GetMembers()).Where(member => member.MetadataName == name && member is IMethodSymbol or IPropertySymbol or IFieldSymbol && member.MetadataName == name);
    }

    private static IEnumerable<INamedTypeSymbol> Of(FrameworkSet[] sets)
    {
        var compilation = CSharpCompilation.Create("Frameworks", references: sets.SelectMany(static set => FrameworkReferences.Of(set)));
        return compilation.SourceModule.ReferencedAssemblySymbols.SelectMany(static assembly => Types(assembly.GlobalNamespace));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) => parent.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => Types(type).Prepend(type),
        _ => [],
    });
}
