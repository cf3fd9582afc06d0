using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>A type of the code that ships, and what of it has been reached so far.</summary>
/// <param name="symbol">The type.</param>
internal sealed class DeclaredType(INamedTypeSymbol symbol)
{
    private readonly Dictionary<IMethodSymbol, SyntaxNode> _waiting = new(SymbolEqualityComparer.Default);

    public INamedTypeSymbol Symbol => symbol;

    /// <summary>Whether anything reached the type.</summary>
    public bool IsLive { get; set; }

    /// <summary>Whether all its members count as reached.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Its methods that have to be called by name, and were not.</summary>
    public IEnumerable<IMethodSymbol> Unreached => _waiting.Keys.OrderBy(static m => m.Locations[0].SourceSpan.Start);

    /// <summary>Adds a method that has to be called by name.</summary>
    public void Wait(IMethodSymbol method, SyntaxNode declaration) => _waiting[method] = declaration;

    /// <summary>Whether a method of its bears the node: it is then looked at when it is reached.</summary>
    public bool IsWaiting(SyntaxNode node) => node is MethodDeclarationSyntax && _waiting.ContainsValue(node);

    /// <summary>Takes out the methods that are reached now, with their declarations.</summary>
    public List<SyntaxNode> Take(Func<IMethodSymbol, bool> isReached)
    {
        var taken = _waiting.Where(w => isReached(w.Key)).ToList();
        foreach (var one in taken)
            _waiting.Remove(one.Key);
        return [.. taken.Select(static t => t.Value)];
    }
}
