using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>The routes of controllers and hubs.</summary>
internal static class ControllerRoutes
{
    private static readonly string[] Controllers =
        ["Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.ControllerBase", "System.Web.Http.ApiController"];

    /// <summary>Whether the class has routes of its own.</summary>
    public static bool IsController(INamedTypeSymbol type, ApiNames names) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences: { Length: > 0 } declared } && Controllers.Any(c => names.IsType(type, c, declared[0].SyntaxTree));

    /// <summary>Whether clients call its methods over a connection.</summary>
    public static bool IsHub(INamedTypeSymbol type, ApiNames names) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences: { Length: > 0 } declared } && names.IsType(type, "Microsoft.AspNetCore.SignalR.Hub", declared[0].SyntaxTree);

    /// <summary>Its routes, in source order.</summary>
    public static List<Route> Of(INamedTypeSymbol type, bool isHub) =>
    [
        .. type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false } && m.DeclaringSyntaxReferences.Length == 1 && (isHub || IsAction(m)))
            .Select(m => RouteOf(m, isHub)),
    ];

    private static Route RouteOf(IMethodSymbol method, bool isHub)
    {
        var verb = RouteAttributes.Verb(method);
        var changes = isHub || verb is "HttpPost" or "HttpPut" or "HttpDelete" or "HttpPatch";
        var isMeant = RouteAttributes.Opens(method) || AnonymousPurpose.IsNamed(method.Name) || (changes && AnonymousPurpose.IsQuestion(method.Name)) || AnonymousPurpose.Asks(method.DeclaringSyntaxReferences[0].GetSyntax());
        return new Route(method.Name, changes, RouteAttributes.Guard(method), isMeant, method.Locations[0]);
    }

    private static bool IsAction(IMethodSymbol method) => RouteAttributes.Verb(method) is not null
        || AcceptingAnswer.Given(method.ReturnType).Name is "IActionResult" or "ActionResult" or "ViewResult" or "JsonResult" or "IHttpActionResult" or "IResult";
}
