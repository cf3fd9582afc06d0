using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Whether the answer of a method is its own to give: it is no hook, and not one of several answers to a question of others.</summary>
internal static class DecidingContract
{
    // Members of libraries by which somebody is let in: who implements one decides for all.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["IDashboardAuthorizationFilter"] = ["Authorize"],
        ["IDashboardAsyncAuthorizationFilter"] = ["AuthorizeAsync"],
        ["IAuthorizationHandler"] = ["HandleAsync"],
        ["AuthorizationHandler"] = ["HandleRequirementAsync"],
        ["AuthorizeAttribute"] = ["AuthorizeCore", "IsAuthorized"],
        ["IPasswordHasher"] = ["VerifyHashedPassword"],
        ["PasswordHasher"] = ["VerifyHashedPassword"],
        ["IResourceOwnerPasswordValidator"] = ["ValidateAsync"],
        ["ISecretValidator"] = ["ValidateAsync"],
        ["ISecurityTokenValidator"] = ["ValidateToken"],
        ["UserNamePasswordValidator"] = ["Validate"],
        ["X509CertificateValidator"] = ["Validate"],
        ["ServiceAuthorizationManager"] = ["CheckAccessCore", "CheckAccess"],
        ["IUserPasswordStore"] = ["CheckPasswordAsync"],
        ["UserManager"] = ["CheckPasswordAsync", "VerifyPasswordAsync", "VerifyUserTokenAsync", "VerifyTwoFactorTokenAsync"],
        ["IUserTwoFactorTokenProvider"] = ["ValidateAsync"],
        ["IAuthorizationService"] = ["AuthorizeAsync"],
    };

    /// <summary>Whether the method decides by itself.</summary>
    public static bool IsOwn(IMethodSymbol method, Implementers implementers)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsPartialDefinition || HonestStub.IsEventHandler(method))
            return false;
        var type = method.ContainingType;
        if (Contracts(type).Any(c => IsKnown(c, method.Name)))
            return true;
        if (method.IsOverride)
            return false;
        if (method.IsStatic || method.DeclaredAccessibility == Accessibility.Private && method.ExplicitInterfaceImplementations.IsEmpty)
            return true;
        return !HonestStub.HasUnknownContract(type) && method.ExplicitInterfaceImplementations.IsEmpty
            && type.AllInterfaces.Where(c => Implements(method, c)).All(c => !c.DeclaringSyntaxReferences.IsEmpty && implementers.IsSole(c) && !type.Name.StartsWith("Default", StringComparison.Ordinal));
    }

    /// <summary>Whether it is a member of a library that lets somebody in.</summary>
    public static bool IsKnown(IMethodSymbol method) => Contracts(method.ContainingType).Any(c => IsKnown(c, method.Name));

    private static bool IsKnown(INamedTypeSymbol contract, string member) => contract.DeclaringSyntaxReferences.IsEmpty && Known.TryGetValue(contract.Name, out var members) && members.Contains(member);

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol contract) => contract.GetMembers(method.Name)
        .Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));

    private static IEnumerable<INamedTypeSymbol> Contracts(INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces)
            yield return contract;
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            yield return t;
    }
}
