using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Kinds of input by type name; a type that does not bind is known by its simple name.</summary>
internal sealed class NamedKinds
{
    private readonly Dictionary<string, (string Full, SourceKinds Kinds)[]> _bySimpleName;

    public NamedKinds(IEnumerable<ParameterModel> models) => _bySimpleName = models
        .GroupBy(static m => TypeNames.Simple(m.TypeName), StringComparer.Ordinal)
        .ToDictionary(static g => g.Key, static g => g.Select(static m => (m.TypeName, m.Source)).ToArray(), StringComparer.Ordinal);

    /// <summary>The kinds of the type, its base types and interfaces.</summary>
    public SourceKinds OfTypeOrBases(ITypeSymbol type) => _bySimpleName.Count == 0 ? SourceKinds.None : OfType(type) | OfBases(type);

    /// <summary>The kinds of its base types and interfaces.</summary>
    public SourceKinds OfBases(ITypeSymbol type)
    {
        var kinds = SourceKinds.None;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            kinds |= OfType(current);
        foreach (var promised in type.AllInterfaces)
            kinds |= OfType(promised);
        return kinds;
    }

    private SourceKinds OfType(ITypeSymbol type)
    {
        var kinds = SourceKinds.None;
        var isUnbound = type.TypeKind == TypeKind.Error;
        // An attribute that does not bind is named as it is written.
        if (!_bySimpleName.TryGetValue(type.Name, out var entries) && !(isUnbound && _bySimpleName.TryGetValue(type.Name + "Attribute", out entries)))
            return kinds;
        var full = isUnbound ? null : TypeNames.Full(type);
        foreach (var entry in entries)
        {
            if (full is null || full == entry.Full)
                kinds |= entry.Kinds;
        }

        return kinds;
    }
}
