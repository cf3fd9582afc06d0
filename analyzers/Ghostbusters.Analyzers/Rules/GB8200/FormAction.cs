using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Reads actions of MVC controllers: which take forms of browsers, and what checks them.</summary>
internal static class FormAction
{
    private static readonly HashSet<string> Machines = new(StringComparer.Ordinal)
        { "webhook", "webhooks", "callback", "hook", "ipn", "notify", "notification", "api", "acs", "saml", "signin", "sso", "oidc", "oauth", "lti", "return", "inbound", "jsonp", "exchange", "heartbeat", "ping", "token" };

    // On login there is no user yet whose cookie a forged form could use; what protects it is another matter.
    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal)
        { "ValidateAntiForgeryToken", "AutoValidateAntiforgeryToken", "IgnoreAntiforgeryToken", "RequireAntiforgeryToken", "ApiController", "ValidateHttpAntiForgeryToken", "ValidateJsonAntiForgeryToken", "NonAction" };

    // What scripts ask for.
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
        { "Json", "Ok", "NoContent", "BadRequest", "StatusCode", "Created", "CreatedAtAction", "Accepted", "Content", "File", "Unauthorized", "Forbid", "Problem", "ValidationProblem", "Conflict", "UnprocessableEntity", "Challenge", "SignIn", "SignOut", "JavaScript" };

    /// <summary>The attribute that lets a form in; null where none does.</summary>
    public static string? VerbOf(MethodDeclarationSyntax method) => method.Modifiers.Any(static m => m.ValueText == "public")
        ? NamesOf(method.AttributeLists).FirstOrDefault(static n => n is "HttpPost" or "HttpPut" or "HttpDelete" or "HttpPatch") : null;

    /// <summary>Whether it answers a person: with a view or by sending on to one.</summary>
    public static bool AnswersWithPage(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(static c => c.Expression is SimpleNameSyntax { Identifier.ValueText: "View" or "RedirectToAction" or "PartialView" or "RedirectToRoute" or "RedirectToLocal" or "RedirectToPage" or "Redirect" or "LocalRedirect" });

    /// <summary>Whether its class shows pages and nothing says that this action answers a script: it takes a page's form, and hands the answer to somebody else.</summary>
    public static bool BelongsToPages(MethodDeclarationSyntax method) => method.ParameterList.Parameters.Count > 0
        && method.ReturnType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static n => n is IdentifierNameSyntax { Identifier.ValueText: "IActionResult" or "ActionResult" or "ViewResult" or "RedirectResult" or "RedirectToRouteResult" or "RedirectToActionResult" })
        && method.Parent is ClassDeclarationSyntax type && type.Members.OfType<MethodDeclarationSyntax>().Any(static m => VerbOf(m) is null && AnswersWithPage(m))
        && !method.DescendantNodes().Any(static n => n is InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var answer } } ? Answers.Contains(answer) : n is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: var made } } && made.EndsWith("Result", StringComparison.Ordinal));

    /// <summary>Whether a machine calls it, or it asks for something that a form cannot send.</summary>
    public static bool IsForMachines(MethodDeclarationSyntax method)
    {
        var names = new[] { method.Identifier.ValueText, (method.Parent as ClassDeclarationSyntax)?.Identifier.ValueText ?? "" };
        if (method.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => Plain(ApiUse.SimpleNameOf(a.Name) ?? "") == "Consumes" && a.ArgumentList?.ToString().IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0))
            return true;
        return names.Any(static n => PurposeWords.Has(n, Machines)) || method.ParameterList.Parameters.Any(static p => NamesOf(p.AttributeLists).Any(static a => a is "FromBody" or "FromHeader"));
    }

    /// <summary>Whether the class is a controller that renders views, and no API's.</summary>
    public static bool IsViewController(INamedTypeSymbol type, ApiNames names, SyntaxTree file) =>
        names.IsType(type, "Microsoft.AspNetCore.Mvc.Controller", file) || names.IsType(type, "System.Web.Mvc.Controller", file);

    /// <summary>Whether the action, its controller or a base of it is checked, or says that it need not be.</summary>
    public static bool IsChecked(INamedTypeSymbol controller, MethodDeclarationSyntax method)
    {
        if (NamesOf(method.AttributeLists).Any(IsCheck) || IsByToken(method.AttributeLists) || method.DescendantTokens().Any(static t => t.ValueText is "ValidateRequestAsync" or "IsRequestValidAsync" or "AntiForgery"))
            return true;
        for (INamedTypeSymbol? type = controller; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(static a => IsCheck(Plain(a.AttributeClass?.Name ?? ""))))
                return true;
            if (type.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax declared && IsByToken(declared.AttributeLists)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a filter for all actions checks them.</summary>
    public static bool IsCheckedEverywhere(Compilation compilation) => compilation.SyntaxTrees.Any(static t => t.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        .Any(static n => n.Identifier.ValueText is "AutoValidateAntiforgeryTokenAttribute" or "AntiForgeryAttribute" or "UseAntiforgery"
            || (n.Identifier.ValueText.IndexOf("AntiForgery", StringComparison.OrdinalIgnoreCase) >= 0 && IsFilter(n))));

    // `options.Filters.Add(new OurAntiforgeryAttribute())`, `filters.Add<…>()`.
    private static bool IsFilter(SimpleNameSyntax name) => name.Ancestors().TakeWhile(static a => a is not StatementSyntax).OfType<InvocationExpressionSyntax>()
        .Any(static c => c.Expression is MemberAccessExpressionSyntax { Expression: var filters } && filters.ToString().EndsWith("ilters", StringComparison.Ordinal));

    // `[Authorize(AuthenticationSchemes = "Bearer")]`: no cookie, nothing to forge.
    private static bool IsByToken(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(static l => l.Attributes)
        .Any(static a => Plain(ApiUse.SimpleNameOf(a.Name) ?? "") == "Authorize" && a.ArgumentList?.ToString() is { } text && (text.Contains("Bearer") || text.Contains("ApiKey") || text.Contains("Jwt")));

    // A team's own attribute says what it does in its name.
    private static bool IsCheck(string name) => Checks.Contains(name) || name.IndexOf("AntiForgery", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Csrf", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Xsrf", StringComparison.OrdinalIgnoreCase) >= 0;

    private static IEnumerable<string> NamesOf(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(static l => l.Attributes).Select(static a => Plain(ApiUse.SimpleNameOf(a.Name) ?? ""));

    private static string Plain(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
}
