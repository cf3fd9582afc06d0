using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8221: ASP.NET's own checks of what a browser sends are switched off for a page, an action or all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestValidationDisabled : DiagnosticAnalyzer
{
    private const string Markup = "markup and script in the request are let through";
    private const string State = "whoever sends the page back may have changed its state";
    private const string Events = "events come from controls that the page never showed";

    private static readonly ApiTable<string> Attributes = new() { { "System.Web.Mvc.ValidateInputAttribute.#ctor", Markup } };

    private static readonly ApiTable<string> Switches = new()
    {
        { "System.Web.Mvc.ControllerBase.ValidateRequest!", Markup }, { "System.Web.Mvc.Controller.ValidateRequest!", Markup }, { "System.Web.UI.Page.ValidateRequest!", Markup }, { "System.Web.Configuration.PagesSection.ValidateRequest!", Markup },
        { "System.Web.Configuration.HttpRuntimeSection.EnableHeaderChecking!", "line ends in response headers are let through" },
        { "System.Web.UI.Page.EnableViewStateMac!", State }, { "System.Web.Configuration.PagesSection.EnableViewStateMac!", State },
        { "System.Web.UI.Page.EnableEventValidation!", Events }, { "System.Web.Configuration.PagesSection.EnableEventValidation!", Events },
    };

    private static readonly ApiTable<string> Modes = new() { { "System.Web.UI.Page.ViewStateEncryptionMode!", "Never" }, { "System.Web.Configuration.PagesSection.ViewStateEncryptionMode!", "Never" } };

    // Those that code in the page itself sets without a dot.
    private static readonly Dictionary<string, (string Evidence, string[] Types)> Own = new(StringComparer.Ordinal)
    {
        ["ValidateRequest"] = (Markup, ["System.Web.UI.Page", "System.Web.Mvc.Controller", "System.Web.Mvc.ControllerBase"]),
        ["EnableViewStateMac"] = (State, ["System.Web.UI.Page"]),
        ["EnableEventValidation"] = (Events, ["System.Web.UI.Page"]),
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8221_RequestValidationDisabled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, code), SyntaxKind.Attribute);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments is { Count: 1 } arguments && ApiCode.Constant(context, arguments[0].Expression) is false && code.Match(context, attribute, Attributes) is { } match && !Sanitizes(attribute))
            Report(context, attribute, attribute.ToString(), match.Fact);
    }

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (OwnNameOf(assignment.Left) is { } own && assignment.Parent is not InitializerExpressionSyntax && Own.TryGetValue(own, out var what) && IsOfPage(context, assignment.Left, code, what.Types))
        {
            if (ApiCode.Constant(context, assignment.Right) is false)
                Report(context, assignment, own, what.Evidence);
        }
        else if (code.Match(context, assignment.Left, Switches) is { } toggle)
        {
            if (ApiCode.Constant(context, assignment.Right) is false)
                Report(context, assignment, toggle.Name.Member, toggle.Fact);
        }
        else if (code.Match(context, assignment.Left, Modes) is { } mode && assignment.Right is MemberAccessExpressionSyntax value && value.Name.Identifier.ValueText == mode.Fact)
        {
            Report(context, assignment, mode.Name.Member, "the state of the page can be read");
        }
    }

    private static string? OwnNameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    // `EnableViewStateMac = false;` in a page of one's own, `this.…` and `other.…`.
    private static bool IsOfPage(SyntaxNodeAnalysisContext context, ExpressionSyntax target, ApiCode code, string[] types)
    {
        var owner = target is MemberAccessExpressionSyntax { Expression: var receiver } ? context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type
            : context.Node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type ? context.SemanticModel.GetDeclaredSymbol(type, context.CancellationToken) : null;
        return owner is not null && types.Any(t => code.Names.IsType(owner, t, context.Node.SyntaxTree));
    }

    // An editor of rich text cleans what it takes.
    private static bool Sanitizes(SyntaxNode attribute) => attribute.Parent?.Parent is { } member
        && member.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && (t.ValueText.IndexOf("Sanitize", StringComparison.Ordinal) >= 0 || t.ValueText is "GetSafeHtmlFragment" or "GetSafeHtml" or "HtmlEncode"));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place))
            ApiCode.Report(context, Descriptors.GB8221_RequestValidationDisabled, place, claim, evidence);
    }
}
