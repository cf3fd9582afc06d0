using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>How many types of the compilation implement an interface that it declares.</summary>
internal sealed class Implementers(Compilation compilation)
{
    private readonly Lazy<Dictionary<INamedTypeSymbol, int>> _counts = new(() => Count(compilation.Assembly.GlobalNamespace));

    /// <summary>Whether one type alone implements it: then it is not one of several answers to a question.</summary>
    public bool IsSole(INamedTypeSymbol contract) => _counts.Value.TryGetValue(contract.OriginalDefinition, out var count) && count == 1;

    private static Dictionary<INamedTypeSymbol, int> Count(INamespaceSymbol root)
    {
        var counts = new Dictionary<INamedTypeSymbol, int>(SymbolEqualityComparer.Default);
        var work = new Stack<INamespaceOrTypeSymbol>([root]);
        while (work.Count > 0)
        {
            var next = work.Pop();
            if (next is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            {
                foreach (var contract in type.AllInterfaces.Where(static i => i.DeclaringSyntaxReferences.Length > 0))
                    counts[contract.OriginalDefinition] = counts.TryGetValue(contract.OriginalDefinition, out var count) ? count + 1 : 1;
            }

            foreach (var member in next.GetMembers().OfType<INamespaceOrTypeSymbol>())
                work.Push(member);
        }

        return counts;
    }
}
