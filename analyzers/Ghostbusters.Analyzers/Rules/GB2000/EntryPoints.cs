using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Members that somebody outside the method's own type or project can call.</summary>
internal static class EntryPoints
{
    private static readonly string[] Routes = ["HttpGet", "HttpPost", "HttpPut", "HttpDelete", "HttpPatch", "HttpHead", "Route", "AcceptVerbs", "Function", "FunctionName"];

    private static readonly string[] Withdrawn = ["NonAction", "Obsolete", "EditorBrowsable", "Conditional", "DllImport", "DbFunction", "SqlFunction", "Function.", "Expression", "Translat", "Intrinsic", "ApiExplorerSettings", "JsonIgnore"];

    // One half of a two-way contract: who never converts back has nothing to implement.
    private static readonly HashSet<string> Halves = new(StringComparer.Ordinal) { "ConvertBack", "ConvertFrom", "ConvertTo", "Convert", "ReadJson", "WriteJson", "Down", "GetSchema", "ProvideValue" };

    private static readonly string[] TwoWay = ["Converter", "Codec", "Formatter", "TypeHandler", "Handler"];

    private static readonly string[] Ways = ["Write", "Read", "Parse", "Serialize", "Deserialize"];

    /// <summary>How the member is reached from outside, in words; null where only its callers know it, or where it is taken out of reach.</summary>
    public static string? Describe(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.ContainingType.TypeKind != TypeKind.Interface)
        {
            if (method.Name == "Main" && method.IsStatic || method.Name == "<Main>$")
                return "is where the program starts";
        }

        if (member.DeclaredAccessibility != Accessibility.Public || member.IsVirtual || IsOverrideOfLibrary(member))
            return null;
        if (Contract(member) is { } contract)
            return $"implements '{contract.Name}'";
        if (HasAttribute(member, Routes) || (member.ContainingType.Name.EndsWith("Controller", StringComparison.Ordinal) && !member.IsStatic && IsPublic(member.ContainingType) && member is IMethodSymbol { MethodKind: MethodKind.Ordinary }))
            return "answers a route";
        return IsPublic(member.ContainingType) ? "is public" : null;
    }

    /// <summary>Whether the member, or its type, says that it is not to be called, or is one half of a contract.</summary>
    public static bool IsWithdrawn(ISymbol member) =>
        IsHalf(member) || member.IsVirtual || HasAttribute(member, Withdrawn) || HasAttribute(member.ContainingType, ["Obsolete", "EditorBrowsable", "CompilerGenerated"])
        || HonestStub.HasUnknownContract(member.ContainingType) || (member.IsOverride && (member.DeclaredAccessibility != Accessibility.Public || IsOverrideOfLibrary(member)))
        || member is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false };

    private static bool IsHalf(ISymbol member) => Halves.Contains(member.Name)
        || (Contract(member) is not null && TwoWay.Any(end => member.ContainingType.Name.EndsWith(end, StringComparison.Ordinal)) && Ways.Any(way => member.Name.StartsWith(way, StringComparison.Ordinal)));

    private static bool IsOverrideOfLibrary(ISymbol member) => (member switch
    {
        IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    }) is { DeclaringSyntaxReferences.IsEmpty: true };

    private static INamedTypeSymbol? Contract(ISymbol member) => member.IsStatic ? null
        : member.ContainingType.AllInterfaces.FirstOrDefault(contract => contract.GetMembers(member.Name).Any(m =>
            SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(m), member)));

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static bool HasAttribute(ISymbol symbol, string[] names) => symbol.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).OfType<MemberDeclarationSyntax>()
        .SelectMany(static m => m.AttributeLists).SelectMany(static l => l.Attributes).Any(a => names.Any(a.Name.ToString().Contains));
}
