using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>All controllers, or all hubs, of one compilation: whether it is the custom to ask who calls at the class.</summary>
internal sealed class ControllerSurvey(Compilation compilation, ApiNames names, ShippedCode shipped, bool hubs)
{
    private const int Fewest = 4;
    private const int GuardedPerOpen = 4;

    private readonly Lazy<(List<INamedTypeSymbol> Guarded, List<INamedTypeSymbol> Open)> _classes = new(() => Count(compilation, names, shipped, hubs));

    /// <summary>One that asks, and how many do; null where this one does not fall out of a custom.</summary>
    public (INamedTypeSymbol Guarded, int Count)? Custom(INamedTypeSymbol type)
    {
        // What lies in another namespace is for others: an area of administrators beside the shop.
        bool IsNear(INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(other.ContainingNamespace, type.ContainingNamespace);
        var (guarded, open) = (_classes.Value.Guarded.Where(IsNear).ToList(), _classes.Value.Open.Where(IsNear).ToList());
        return guarded.Count >= Fewest && open.Count * GuardedPerOpen <= guarded.Count && open.Contains(type, SymbolEqualityComparer.Default) ? (guarded[0], guarded.Count) : null;
    }

    private static (List<INamedTypeSymbol>, List<INamedTypeSymbol>) Count(Compilation compilation, ApiNames names, ShippedCode shipped, bool hubs)
    {
        var (guarded, open) = (new List<INamedTypeSymbol>(), new List<INamedTypeSymbol>());
        var work = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
        while (work.Count > 0)
        {
            var next = work.Pop();
            foreach (var member in next.GetMembers().OfType<INamespaceOrTypeSymbol>())
                work.Push(member);
            if (next is not INamedTypeSymbol type || !(hubs ? ControllerRoutes.IsHub(type, names) : ControllerRoutes.IsController(type, names)) || !shipped.Contains(type.DeclaringSyntaxReferences[0].SyntaxTree))
                continue;
            if (RouteAttributes.GuardsType(type) == true)
                guarded.Add(type);
            else if (!RouteAttributes.Opens(type))
                open.Add(type);
        }

        guarded.Sort(static (a, b) => string.CompareOrdinal(a.ToDisplayString(), b.ToDisplayString()));
        return (guarded, open);
    }
}
