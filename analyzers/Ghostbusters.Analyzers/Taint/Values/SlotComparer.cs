using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Values;

/// <summary>Compares slots: symbols as the members that the source declares, elements by their index or key.</summary>
internal sealed class SlotComparer : IEqualityComparer<object>
{
    /// <summary>The one comparer.</summary>
    public static SlotComparer Instance { get; } = new();

    /// <inheritdoc/>
    public new bool Equals(object x, object y) => x is ISymbol a
        ? y is ISymbol b && SymbolEqualityComparer.Default.Equals(a, b)
        : x.Equals(y);

    /// <inheritdoc/>
    public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
}
