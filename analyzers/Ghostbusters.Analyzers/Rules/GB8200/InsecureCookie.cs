using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8207: a cookie that identifies somebody goes over plain HTTP, or scripts may read it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InsecureCookie : DiagnosticAnalyzer
{
    private const string Plain = "it goes over plain HTTP, too";
    private const string Script = "scripts may read it";

    private static readonly ApiTable<string> Flags = new()
    {
        { "Microsoft.AspNetCore.Http.CookieOptions.Secure", Plain }, { "Microsoft.AspNetCore.Http.CookieOptions.HttpOnly", Script },
        { "Microsoft.AspNetCore.Http.CookieBuilder.HttpOnly", Script }, { "System.Web.HttpCookie.Secure", Plain }, { "System.Web.HttpCookie.HttpOnly", Script },
        { "System.Net.Cookie.Secure", Plain }, { "System.Net.Cookie.HttpOnly", Script },
        { "Microsoft.Owin.CookieOptions.Secure", Plain }, { "Microsoft.Owin.CookieOptions.HttpOnly", Script },
        { "Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions.CookieHttpOnly!", Script }, { "Nancy.Cookies.NancyCookie.Secure", Plain },
    };

    private static readonly ApiTable<string> Policies = new()
    {
        { "Microsoft.AspNetCore.Http.CookieBuilder.SecurePolicy!", "None" }, { "Microsoft.AspNetCore.Builder.CookiePolicyOptions.Secure", "None" }, { "Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions.CookieSecure!", "Never" },
        { "Microsoft.AspNetCore.Builder.SessionOptions.CookieSecure", "None" },
    };

    private static readonly ApiTable<bool> Cookies = new()
    {
        { "Microsoft.AspNetCore.Http.IResponseCookies.Append", true }, { "System.Web.HttpCookie.#ctor", true },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8207_InsecureCookie];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeFlag(node, code), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeCookie(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        });
    }

    private static void AnalyzeFlag(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Flags) is { } flag)
        {
            var purpose = CookieName.Around(assignment, context.SemanticModel, context.CancellationToken);
            if (ApiCode.Constant(context, assignment.Right) is false && (flag.Fact == Script ? purpose == CookiePurpose.Identity : purpose != CookiePurpose.Taste) && !IsHandedOver(context, assignment))
                Report(context, assignment, flag.Name.Member, flag.Fact);
        }
        else if (code.Match(context, assignment.Left, Policies) is { } policy && assignment.Right is MemberAccessExpressionSyntax value && value.Name.Identifier.ValueText == policy.Fact
            && CookieName.Around(assignment, context.SemanticModel, context.CancellationToken) != CookiePurpose.Taste)
        {
            Report(context, assignment, policy.Name.Member, Plain);
        }
    }

    // A cookie that identifies somebody and is made without the flag: false is the default.
    private static void AnalyzeCookie(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments || code.Match(context, context.Node, Cookies) is not { } match
            || ApiCode.Constant(context, arguments[0].Expression) is not string name || CookieName.PurposeOf(name) != CookiePurpose.Identity)
        {
            return;
        }

        var options = match.Name.Member == "Append" ? arguments.Count > 2 ? ValueOrigin.Of(arguments[2].Expression, context.SemanticModel, context.CancellationToken) : null : (ExpressionSyntax)context.Node;
        if (match.Name.Member == "Append" ? arguments.Count == 2 || options is BaseObjectCreationExpressionSyntax : true)
        {
            var missing = CookieName.MissingFlags(options, context.Node).ToList();
            if (missing.Count > 0 && !CookieName.IsExpired(options, context.Node))
                Report(context, context.Node, name, string.Join(" and ", missing.Select(static m => m == "Secure" ? Plain : Script)));
        }
    }

    // A client's own jar: the server decides what it may do. Tools that copy cookies copy their flags.
    private static bool IsHandedOver(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment) =>
        ApiUse.Of(assignment.Left)?.Receiver is { } receiver && context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type is { Name: "Cookie" }
        && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && member.DescendantTokens().Any(static t => t.ValueText is "CookieContainer" or "HttpClientHandler" or "HttpWebRequest");

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place))
            ApiCode.Report(context, Descriptors.GB8207_InsecureCookie, place, claim, evidence);
    }
}
