using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Finds the entries of a member: most members have a name that no entry has, which costs one lookup.</summary>
internal sealed class MemberIndex(IEnumerable<MemberModel> models)
{
    private readonly Dictionary<string, MemberModel[]> _byMember =
        models.GroupBy(static m => m.MemberName, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>All entries of the member as one; null where there are none.</summary>
    public MemberModel? Of(MemberTarget target)
    {
        if (!_byMember.TryGetValue(target.MemberName, out var entries))
            return null;
        if (target.Symbol is not { } symbol)
            return Merged(entries.Where(entry => entry.Overload.IsEmpty && IsNamed(target, entry)));
        if (symbol.ContainingType is null)
            return null;
        var simple = new HashSet<string>(entries.Select(static e => TypeNames.Simple(e.TypeName)), StringComparer.Ordinal);
        var types = TypesOf(symbol).Where(type => simple.Contains(type.Name)).Select(TypeNames.Full).ToList();
        return Merged(types.SelectMany(type => entries.Where(entry => entry.TypeName == type && IsOverload(symbol, entry.Overload))));
    }

    /// <summary>What a name may mean in code that does not bind and imports these namespaces, whatever the type.</summary>
    public IEnumerable<MemberModel> Named(string identifier, IReadOnlyCollection<string> usings) =>
        (_byMember.TryGetValue(identifier, out var entries) ? entries : [])
            .Concat(_byMember.TryGetValue(".ctor", out var constructors) ? constructors.Where(c => TypeNames.Simple(c.TypeName) == identifier) : [])
            .Where(entry => usings.Count == 0 || usings.Any(u => IsOfFamily(u, TypeNames.Outer(entry.TypeName))));

    // `using System.Web.Mvc` goes with the request of `System.Web`.
    private static bool IsOfFamily(string used, string space) => Family(used) == Family(space);

    private static string Family(string name)
    {
        var first = name.IndexOf('.');
        var second = first < 0 ? -1 : name.IndexOf('.', first + 1);
        return second < 0 ? name : name.Substring(0, second);
    }

    private static MemberModel? Merged(IEnumerable<MemberModel> entries)
    {
        MemberModel? all = null;
        foreach (var entry in entries)
            all = all?.And(entry) ?? entry;
        return all;
    }

    // A library's member may hide or implement another one under its name; a member of the analysed code must say so, or it
    // only happens to be called alike. A constructor is nobody else's.
    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol symbol)
    {
        var type = symbol.ContainingType;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || symbol.IsStatic)
            return [type];
        return symbol.Locations.Any(static l => l.IsInSource)
            ? new[] { type }.Concat(Promised(symbol)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            : Bases(type).Concat(type.AllInterfaces);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static IEnumerable<INamedTypeSymbol> Promised(ISymbol symbol)
    {
        for (var above = OverriddenBy(symbol); above is not null; above = OverriddenBy(above))
            yield return above.ContainingType;
        foreach (var promised in symbol.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(promised), symbol))
                yield return promised.ContainingType;
        }
    }

    private static ISymbol? OverriddenBy(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static bool IsOverload(ISymbol symbol, ImmutableArray<string> types)
    {
        if (types.IsEmpty)
            return true;
        var parameters = symbol switch { IMethodSymbol method => method.Parameters, IPropertySymbol property => property.Parameters, _ => [] };
        return parameters.Length >= types.Length && types.Zip(parameters, static (written, parameter) => TypeNames.Names(written, parameter.Type)).All(static is_ => is_);
    }

    private static bool IsNamed(MemberTarget target, MemberModel entry)
    {
        if (target.TypeName is { } written && IsWritten(written, entry.TypeName))
            return written.IndexOf('.') >= 0 || target.Usings.All(Implicit.Contains) || IsImported(target, entry);
        return entry.IsExtension && IsImported(target, entry);
    }

    /// <summary>Whether every project of the SDK imports the namespace by itself.</summary>
    public static bool IsImplicit(string space) => Implicit.Contains(space);

    private static bool IsWritten(string written, string full) =>
        full.EndsWith(written, StringComparison.Ordinal) && (full.Length == written.Length || full[full.Length - written.Length - 1] == '.');

    private static bool IsImported(MemberTarget target, MemberModel entry) => target.Usings.Contains(TypeNames.Outer(entry.TypeName)) || target.Usings.Contains(entry.TypeName);

    // What every project of the SDK imports by itself: a file that has only these has said nothing of what its names mean.
    private static readonly HashSet<string> Implicit = new(StringComparer.Ordinal)
        { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" };
}
