using System.Globalization;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>A member that a fully known type does not have.</summary>
internal sealed class PhantomTypeMember(TypeSearch search, PhantomPlace place, ITypeSymbol type, bool isStatic)
{
    // The framework's own assemblies; `System.CommandLine` is a package.
    private static readonly HashSet<string> FrameworkKeys = ["b03f5f7f11d50a3a", "b77a5c561934e089", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "adb9793829ddae60"];

    private string Wanted => place.Name.Text;

    private string What => $"'{Wanted}' on '{place.Written(type)}'";

    /// <summary>Its explanation; null where an extension method may be missing, or nothing in source code resembles it.</summary>
    public Explanation? Explain()
    {
        if (MayBeMissingExtension() || IsOfAnotherVersion() || MembersOf(type).Any(member => member.Name == Wanted) || NamesakeHasIt())
            return null;

        var members = Grouped(type);
        if (Conflations.Find(type.Name, Wanted, members.Keys) is var (origin, real))
            return Of($"that is a name of {origin}: here it is '{real}'", $"Use '{real}'", members.TryGetValue(real, out var symbol) ? symbol : null);
        if (Unwrapped() is { } unwrapped)
            return unwrapped;
        if (NearestName.Of(Wanted, members.Keys) is { } near)
            return Of($"the nearest real member is '{near}'", $"Use '{near}', or write '{Wanted}' first", members[near]);
        if (!isStatic && place.Name.IsCalled && search.ExtensionNamed(Wanted, type) is { } extension)
            return Of($"that is an extension method of the namespace '{extension.ContainingNamespace}', which is not imported here", $"Add 'using {extension.ContainingNamespace};'", extension);

        // A type in source code may be about to get it; one in a library is as it is.
        return type.DeclaringSyntaxReferences.IsEmpty && !place.LacksReferences
            ? Of("it has no such member, nor one that resembles it", "Look up what the type offers", null)
            : null;
    }

    // Without all references a call may mean an extension method that nobody sees here. Those have names in Pascal case.
    private bool MayBeMissingExtension() => place.LacksReferences && !isStatic && place.Name.IsCalled && !char.IsLower(Wanted[0]);

    // Where not all was restored, a library may be here in a version that is older than the one that the code was written for.
    private bool IsOfAnotherVersion() => place.LacksReferences && type.DeclaringSyntaxReferences.IsEmpty
        && type.ContainingAssembly is { Identity.PublicKeyToken: var token } && !FrameworkKeys.Contains(string.Concat(token.Select(static b => b.ToString("x2", CultureInfo.InvariantCulture))));

    // `Assert` of another library: the wrong one is in reach, and the compiler says so.
    private bool NamesakeHasIt() => search.TypesNamed(type.Name).Any(namesake =>
        !SymbolEqualityComparer.Default.Equals(namesake, type.OriginalDefinition) && !namesake.GetMembers(Wanted).IsEmpty);

    // The member of a task's result or of a nullable's value.
    private Explanation? Unwrapped()
    {
        if (isStatic || type is not INamedTypeSymbol { TypeArguments.Length: 1 } generic || !Grouped(generic.TypeArguments[0]).TryGetValue(Wanted, out var real))
            return null;
        if (generic.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Of("the nullable does not have it: its value does", $"Use '?.{Wanted}' or '.Value.{Wanted}'", real);
        return generic is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" }
            ? Of($"the task does not have it: its result, a '{place.Written(generic.TypeArguments[0])}', does", "Await the task first", real)
            : null;
    }

    private Dictionary<string, ISymbol> Grouped(ITypeSymbol of) =>
        MembersOf(of).GroupBy(static member => member.Name, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    private IEnumerable<ISymbol> MembersOf(ITypeSymbol of) => place.Model.LookupSymbols(place.Position, of, includeReducedExtensionMethods: !isStatic)
        .Where(member => member.CanBeReferencedByName && (member.IsStatic == isStatic || member is INamedTypeSymbol == isStatic || IsExtension(member)));

    private static bool IsExtension(ISymbol member) => member is IMethodSymbol { ReducedFrom: not null };

    private Explanation Of(string reality, string remedy, ISymbol? real) => new(place.Name.Name, What, reality, remedy, real);
}
