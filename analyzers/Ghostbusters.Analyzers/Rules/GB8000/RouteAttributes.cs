using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>What attributes say of who may call.</summary>
internal static class RouteAttributes
{
    private static readonly string[] Guards = ["Authoriz", "Permission", "Authenticat", "RequireScope", "RequiredScope", "RequireRole", "RequireClaim", "ApiKey", "Secured", "Protected", "AccessControl", "LoggedIn", "RequiresLogin", "AdminOnly", "OnlyAdmin", "Claim", "Role"];

    private static readonly string[] Open = ["Anonymous", "NonAction", "Public", "ApiExplorerSettings", "Obsolete"];

    /// <summary>Whether one asks who calls.</summary>
    public static bool Guard(ISymbol symbol) => symbol.GetAttributes().Any(static a => a.AttributeClass is { } type && (Has(type.Name, Guards) || IsFilter(a)));

    /// <summary>Whether one says that it is open, or that it is no route.</summary>
    public static bool Opens(ISymbol symbol) => symbol.GetAttributes().Any(static a => Has(a.AttributeClass?.Name ?? "", Open));

    /// <summary>Whether the type, or one that it derives from, asks who calls; null where a base is not known.</summary>
    public static bool? GuardsType(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            // Of a library that is not at hand the name says that it asks nothing.
            if (t.TypeKind == TypeKind.Error)
                return t.Name is "ControllerBase" or "Controller" or "ApiController" or "Hub" ? false : null;
            if (Guard(t))
                return true;
        }

        return false;
    }

    /// <summary>Whether the type, or a base of it that the compilation declares, looks at requests before its routes do.</summary>
    public static bool LooksFirst(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers().OfType<IMethodSymbol>().Any(static m => m is { IsOverride: true, DeclaringSyntaxReferences.IsEmpty: false, Name: "OnActionExecuting" or "OnActionExecutionAsync" or "OnAuthorization" or "OnConnectedAsync" or "Initialize" }))
                return true;
        }

        return false;
    }

    /// <summary>The verb of an action; null where no attribute names one.</summary>
    public static string? Verb(ISymbol action) => action.GetAttributes().Select(static a => Plain(a.AttributeClass?.Name ?? "")).FirstOrDefault(static n => n is "HttpGet" or "HttpPost" or "HttpPut" or "HttpDelete" or "HttpPatch");

    // `[TypeFilter(typeof(AdminAuthFilter))]`.
    private static bool IsFilter(AttributeData attribute) => Plain(attribute.AttributeClass!.Name) is "TypeFilter" or "ServiceFilter" or "MiddlewareFilter"
        && attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList: { } arguments } && (arguments.ToString() is var text && (text.Contains("Auth") || text.Contains("Permission") || text.Contains("Admin") || text.Contains("Key")));

    private static bool Has(string name, string[] parts) => parts.Any(p => name.IndexOf(p, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Plain(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
}
