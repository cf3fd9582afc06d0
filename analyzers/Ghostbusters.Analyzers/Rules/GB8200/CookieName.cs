using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>What a cookie is for.</summary>
internal enum CookiePurpose
{
    /// <summary>Its name does not say.</summary>
    Unknown,

    /// <summary>Whoever has it is taken for somebody.</summary>
    Identity,

    /// <summary>A language, a theme, a consent; or one that scripts have to read.</summary>
    Taste,
}

/// <summary>Reads what a cookie is for, and which flags it has, from the code around.</summary>
internal static class CookieName
{
    private static readonly HashSet<string> Identities = new(StringComparer.Ordinal)
        { "auth", "authentication", "session", "sessionid", "sid", "token", "jwt", "identity", "login", "remember", "ticket", "bearer", "credential", "credentials", "refresh", "access", "aspxauth", "authtoken", "userid", "signin", "secret", "password", "pwd", "account" };

    private static readonly HashSet<string> Tastes = new(StringComparer.Ordinal)
        { "theme", "culture", "language", "lang", "locale", "consent", "xsrf", "csrf", "antiforgery", "preference", "preferences", "layout", "timezone", "currency", "tracking", "analytics", "banner", "dark", "color", "sidebar", "flash", "toast", "dismissed" };

    /// <summary>What a name says.</summary>
    public static CookiePurpose PurposeOf(string name) => PurposeWords.Has(name, Tastes) ? CookiePurpose.Taste : PurposeWords.Has(name, Identities) ? CookiePurpose.Identity : CookiePurpose.Unknown;

    /// <summary>What the names around a flag say: of the call that takes the options, the cookie's own name, the variable, the member.</summary>
    public static CookiePurpose Around(AssignmentExpressionSyntax flag, SemanticModel model, CancellationToken cancellation)
    {
        var names = NameTrail.Of(flag, withInputs: false);
        var calls = flag.Ancestors().OfType<InvocationExpressionSyntax>().Select(static c => ApiUse.Of(c)?.Member ?? "");
        var appended = (flag.FirstAncestorOrSelf<SyntaxNode>(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax) ?? flag).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(c => ApiUse.Of(c)?.Member is "Append" or "Add" or "Set" && c.ArgumentList.Arguments.Count > 1).Select(c => ValueOrigin.ConstantOf(c.ArgumentList.Arguments[0].Expression, model, cancellation) as string ?? c.ArgumentList.Arguments[0].ToString());
        var created = flag.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } } ? [ValueOrigin.ConstantOf(arguments[0].Expression, model, cancellation) as string ?? ""] : Enumerable.Empty<string>();
        var purposes = names.Flow.Concat(calls).Concat(appended).Concat(created).Concat(names.Places.Take(2)).Select(PurposeOf).ToList();
        return purposes.Contains(CookiePurpose.Taste) ? CookiePurpose.Taste : purposes.Contains(CookiePurpose.Identity) ? CookiePurpose.Identity
            : calls.Any(static c => c is "AddCookie" or "ConfigureApplicationCookie" or "ConfigureExternalCookie" or "AddSession" or "UseCookieAuthentication") ? CookiePurpose.Identity : CookiePurpose.Unknown;
    }

    /// <summary>The flags that neither the initializer sets nor an assignment in the same member.</summary>
    public static IEnumerable<string> MissingFlags(ExpressionSyntax? options, SyntaxNode place)
    {
        var set = (options?.DescendantNodes() ?? []).OfType<AssignmentExpressionSyntax>().Select(static a => ApiUse.Of(a.Left)?.Member)
            .Concat(AssignmentsAround(place).Select(static a => a.Left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : null)).ToList();
        return new[] { "Secure", "HttpOnly" }.Where(f => !set.Contains(f));
    }

    /// <summary>Whether the cookie is being deleted.</summary>
    public static bool IsExpired(ExpressionSyntax? options, SyntaxNode place) =>
        (options?.DescendantNodes().OfType<AssignmentExpressionSyntax>() ?? []).Concat(AssignmentsAround(place)).Any(static a => ApiUse.Of(a.Left)?.Member is "Expires" or "MaxAge" && a.Right.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.MinusToken) || t.ValueText is "UnixEpoch" or "MinValue" or "Zero"));

    private static IEnumerable<AssignmentExpressionSyntax> AssignmentsAround(SyntaxNode place) =>
        (place.FirstAncestorOrSelf<SyntaxNode>(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax)?.DescendantNodes() ?? []).OfType<AssignmentExpressionSyntax>().Where(static a => a.Parent is not InitializerExpressionSyntax);
}
