using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>The first part of a full name, which tells whose a symbol is: <c>System</c>.</summary>
internal static class RootNamespace
{
    /// <summary>Null where there is no symbol, or no namespace around it.</summary>
    public static string? Of(ISymbol? symbol)
    {
        var space = symbol?.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name;
    }
}
