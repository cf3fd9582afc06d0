using System.Reflection;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Completeness;

/// <summary>A descriptor with the name of its rule, which its property in <see cref="Descriptors"/> carries.</summary>
public sealed record CataloguedRule(DiagnosticDescriptor Descriptor, string Name)
{
    /// <summary>Its id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The rules that read code, in the order of the catalogue.</summary>
    public static IEnumerable<CataloguedRule> Rules => RuleCatalog.Descriptors.Select(Named);

    /// <summary>The rules and what the engine itself reports, in the order of the ids.</summary>
    public static IEnumerable<CataloguedRule> All =>
        RuleCatalog.Descriptors.Concat(RuleCatalog.EngineDescriptors).Select(Named).OrderBy(static r => r.Id, StringComparer.Ordinal);

    /// <summary>Every rule class that the assembly holds.</summary>
    public static IEnumerable<Type> Classes =>
        typeof(RuleCatalog).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)));

    private static CataloguedRule Named(DiagnosticDescriptor descriptor)
    {
        var property = typeof(Descriptors).GetProperties(BindingFlags.Public | BindingFlags.Static).Single(p => ReferenceEquals(p.GetValue(null), descriptor));
        return new CataloguedRule(descriptor, property.Name.StartsWith(descriptor.Id + "_", StringComparison.Ordinal)
            ? property.Name[(descriptor.Id.Length + 1)..]
            : throw new InvalidOperationException($"The property {property.Name} holds {descriptor.Id}."));
    }
}
