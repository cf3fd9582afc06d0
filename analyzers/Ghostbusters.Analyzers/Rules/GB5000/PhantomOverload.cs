using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>A number or a name of arguments that no overload takes. Types of arguments are left to the compiler, which explains them.</summary>
internal sealed class PhantomOverload(KnownTypes types, PhantomPlace place)
{
    /// <summary>Explains a call that fits none of these overloads; null where some overload may be out of sight.</summary>
    public Explanation? Explain(ImmutableArray<ISymbol> candidates)
    {
        var methods = candidates.OfType<IMethodSymbol>().ToList();
        if (place.Name.Arguments is not { } list || methods.Count == 0 || (place.LacksReferences && place.Name.IsCalled) || !methods.All(IsKnown) || methods.Any(IsNamesake)
            || list.Arguments.Any(argument => place.Model.GetTypeInfo(argument.Expression, place.Cancellation).Type is { TypeKind: TypeKind.Error }))
            return null;

        var nearest = methods.OrderBy(m => Math.Abs(m.Parameters.Length - list.Arguments.Count)).ThenBy(static m => m.ToDisplayString(), StringComparer.Ordinal).First();
        var shown = $"{Called(nearest)}({string.Join(", ", nearest.Parameters.Select(p => $"{place.Written(p.Type)} {p.Name}"))})";
        var parameters = methods.SelectMany(static m => m.Parameters).Select(static p => p.Name).Distinct().ToList();
        if (list.Arguments.Select(static a => a.NameColon?.Name.Identifier.ValueText).FirstOrDefault(n => n is not null && !parameters.Contains(n)) is { } unknown)
        {
            var real = NearestName.Of(unknown, parameters);
            return Of($"a parameter '{unknown}' of '{Called(nearest)}'", real is null ? $"no overload has it; the nearest is '{shown}'" : $"the nearest real one is '{real}'", $"Call '{shown}'", nearest);
        }

        return methods.Any(m => Takes(m, list.Arguments.Count)) || IsInaccessible(methods, list.Arguments.Count)
            ? null
            : Of($"an overload of '{Called(nearest)}' with {list.Arguments.Count} arguments", $"the nearest real one is '{shown}'", $"Call '{shown}'", nearest);
    }

    private bool IsKnown(IMethodSymbol method) =>
        types.IsWhole(method.ContainingType) && method.Parameters.All(static p => p.Type.TypeKind != TypeKind.Error)
        && (!method.IsExtensionMethod || method.ReducedFrom is not null);

    // `new Edge<Node>(a, b)` of a library that is missing, and an `Edge` of one's own.
    private bool IsNamesake(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor && method.ContainingType.Arity != ((place.Name.Name as GenericNameSyntax)?.Arity ?? 0);

    // It exists, and this project may not see it: friends are told apart by keys that only a build knows.
    private static bool IsInaccessible(List<IMethodSymbol> methods, int count) =>
        methods.SelectMany(static m => m.ContainingType.GetMembers(m.Name)).OfType<IMethodSymbol>().Any(m => Takes(m, count));

    private static bool Takes(IMethodSymbol method, int count) =>
        count >= method.Parameters.Count(static p => !p.IsOptional && !p.IsParams) && (count <= method.Parameters.Length || method.Parameters.Any(static p => p.IsParams));

    private static string Called(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? $"new {method.ContainingType.Name}" : method.Name;

    private Explanation Of(string what, string reality, string remedy, ISymbol real) => new(place.Name.Name, what, reality, remedy, real);
}
