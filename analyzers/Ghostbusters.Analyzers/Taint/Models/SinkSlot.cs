using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>
/// One place of a member where a value matters, and for what: only where it has the type, if one is named, and only where the
/// text of another argument's expression contains the condition's text, if there is one.
/// </summary>
internal readonly record struct SinkSlot(SinkKinds Kinds, Slot Slot, string? OnlyType, (Slot Argument, string Text)? Where = null)
{
    /// <summary>Whether a value of this type matters here; a type that is not known may.</summary>
    public bool Accepts(ITypeSymbol? type) =>
        OnlyType is null || type is null || (type.TypeKind is TypeKind.Error or TypeKind.Dynamic && !IsSurelyNoText(type.Name)) || TypeNames.Names(OnlyType, type);

    // `LogError(exception, "…")`: by its name alone.
    private static bool IsSurelyNoText(string name) => name.EndsWith("Exception", StringComparison.Ordinal) || name.EndsWith("Stream", StringComparison.Ordinal);
}
