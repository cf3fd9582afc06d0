using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>A member as an operation names it, bound or not.</summary>
internal sealed class MemberTarget
{
    private MemberTarget(ISymbol? symbol, string? typeName, string memberName, IReadOnlyCollection<string> usings) =>
        (Symbol, TypeName, MemberName, Usings) = (symbol, typeName, memberName, usings);

    /// <summary>As metadata names it: <c>.ctor</c> for a constructor, <c>Item</c> for an indexer.</summary>
    public string MemberName { get; }

    /// <summary>The definition; null where the name does not bind.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The type as it is written, where the member does not bind and its type is known.</summary>
    public string? TypeName { get; }

    /// <summary>The namespaces that the place imports; empty where nobody knows.</summary>
    public IReadOnlyCollection<string> Usings { get; }

    /// <summary>A member that binds. An accessor stands for its property or event, a reduced extension method for itself.</summary>
    public static MemberTarget Of(ISymbol symbol)
    {
        var member = symbol is IMethodSymbol method ? method.AssociatedSymbol ?? method.ReducedFrom ?? method : symbol;
        return new MemberTarget(member.OriginalDefinition, null, NameOf(member), []);
    }

    /// <summary>A member that does not bind.</summary>
    /// <param name="typeName">Its type (or its receiver's), simple or dotted, as written; null where it is not known.</param>
    /// <param name="usings">The namespaces that the place imports, its own included; empty where nobody knows.</param>
    /// <param name="memberName">Its name; <c>.ctor</c> or <c>new</c> for a constructor, <c>Item</c> for an indexer.</param>
    public static MemberTarget Unbound(string? typeName, IReadOnlyCollection<string> usings, string memberName) =>
        new(null, WithoutArguments(typeName), memberName == "new" ? ".ctor" : memberName, usings);

    // An explicit implementation is named after its interface too.
    private static string NameOf(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: true } ? TypeNames.Simple(member.MetadataName)
        : member.Name.Length > 0 && member.Name[0] == '.' ? member.Name : TypeNames.Simple(member.Name);

    private static string? WithoutArguments(string? name)
    {
        if (name is null)
            return null;
        var end = name.IndexOf('<');
        var plain = end < 0 ? name : name.Substring(0, end);
        const string global = "global::";
        return plain.StartsWith(global, StringComparison.Ordinal) ? plain.Substring(global.Length) : plain;
    }
}
