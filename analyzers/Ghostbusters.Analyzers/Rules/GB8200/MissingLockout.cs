using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8218: a login does not count its failures, so all likely passwords can be tried.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingLockout : DiagnosticAnalyzer
{
    // Nobody forgets his password so often; the guidance is from three to ten, and OWASP's highest is a hundred.
    private const int MostAttempts = 100;
    private const string Identity = "Microsoft.AspNetCore.Identity.";
    private const string Uncounted = "a failure is not counted";

    private static readonly ApiTable<(string Parameter, int Index)> Calls = new()
    {
        { Identity + "SignInManager.PasswordSignInAsync!", ("lockoutOnFailure", 3) }, { Identity + "SignInManager.CheckPasswordSignInAsync!", ("lockoutOnFailure", 2) },
        { "Microsoft.AspNet.Identity.Owin.SignInManager.PasswordSignInAsync!", ("shouldLockout", 3) }, { "Microsoft.AspNet.Identity.Owin.SignInManagerExtensions.PasswordSignIn!", ("shouldLockout", 3) },
        { Identity + "UserManager.SetLockoutEnabledAsync!", ("enabled", 1) }, { "Microsoft.AspNet.Identity.UserManager.SetLockoutEnabledAsync!", ("enabled", 1) }, { "Microsoft.AspNet.Identity.UserManagerExtensions.SetLockoutEnabled!", ("enabled", 1) },
    };

    private static readonly ApiTable<string> Switches = new()
    {
        { Identity + "LockoutOptions.AllowedForNewUsers!", "no new account is ever locked" }, { "Microsoft.AspNet.Identity.UserManager.UserLockoutEnabledByDefault!", "no new account is ever locked" },
        { Identity + "IdentityUser.LockoutEnabled", "this account is never locked" }, { "Microsoft.AspNet.Identity.EntityFramework.IdentityUser.LockoutEnabled", "this account is never locked" },
    };

    private static readonly ApiTable<bool> Limits = new()
    {
        { Identity + "LockoutOptions.MaxFailedAccessAttempts!", true }, { "Microsoft.AspNet.Identity.UserManager.MaxFailedAccessAttemptsBeforeLockout!", true },
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8218_MissingLockout];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, code), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count < 2 || ApiUse.Of(call) is null || (code.Match(context, call, Calls) ?? Unbound(call)) is not { } match)
            return;
        var argument = arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText is "lockoutOnFailure" or "shouldLockout" or "enabled")
            ?? (match.Fact.Index < arguments.Count && arguments[match.Fact.Index].NameColon is null ? arguments[match.Fact.Index] : null);
        var isAccount = match.Fact.Parameter == "enabled";
        if (argument is not null && ApiCode.Constant(context, argument.Expression) is false && !(isAccount ? IsUnderProtection(call) : CountsItself(call)))
            Report(context, argument, match.Name.Member, isAccount ? "this account is never locked" : Uncounted);
    }

    // The parameter's own name leaves no doubt.
    private static (ApiName Name, (string Parameter, int Index) Fact)? Unbound(InvocationExpressionSyntax call) =>
        ApiUse.Of(call) is { Receiver: not null, Member: "PasswordSignInAsync" or "CheckPasswordSignInAsync" or "PasswordSignIn" or "CheckPasswordSignIn" } use
        && call.ArgumentList.Arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText is "lockoutOnFailure" or "shouldLockout") is { } named
            ? (ApiName.Parse(Identity + "SignInManager." + use.Member), (named.NameColon!.Name.Identifier.ValueText, int.MaxValue)) : null;

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Switches) is { } toggle)
        {
            if (ApiCode.Constant(context, assignment.Right) is false && !(toggle.Name.Member == "LockoutEnabled" && IsUnderProtection(assignment)))
                Report(context, assignment, toggle.Name.Member, toggle.Fact);
        }
        else if (code.Match(context, assignment.Left, Limits) is { } limit && ApiCode.Constant(context, assignment.Right) is int attempts && attempts > MostAttempts)
        {
            Report(context, assignment, limit.Name.Member, attempts == int.MaxValue ? "there is no limit" : $"the limit is {attempts}");
        }
    }

    // `AccessFailedAsync(user)` after the check, a limiter, a second factor's page, a captcha: then somebody counts.
    private static bool CountsItself(SyntaxNode node) => (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? node.SyntaxTree.GetRoot()).DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken)
        && (t.ValueText is "AccessFailedAsync" or "AccessFailed" or "EnableRateLimiting" or "RequireRateLimiting" or "EnableRateLimitingAttribute"
            || PurposeWords.Of(t.ValueText) is var words && words.Any(static w => w is "captcha" or "recaptcha" or "throttle" or "throttler" or "throttling")
            || words.Zip(words.Skip(1), static (a, b) => (a == "rate" && b is "limit" or "limiter") || (a is "failed" or "login" && b == "attempts")).Any(static b => b)));

    // An administrator's own switch, and the way in after a reset.
    private static bool IsUnderProtection(SyntaxNode node) => NameTrail.Of(node, withInputs: false).Places.Any(static n => PurposeWords.Of(n).Any(static w => w is "unlock" or "disable" or "admin" or "administration" or "seed" or "seeder" or "toggle"));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place) && !Guard.IsChosen(place))
            ApiCode.Report(context, Descriptors.GB8218_MissingLockout, place, claim, evidence);
    }
}
