using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8206: tokens are taken whose signature or lifetime nobody checks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenValidationDisabled : DiagnosticAnalyzer
{
    private const string Parameters = "Microsoft.IdentityModel.Tokens.TokenValidationParameters.";
    private const string Unsigned = "tokens without a signature are taken";
    private const string Forever = "tokens that have expired are taken";

    private static readonly ApiTable<(bool Bad, string Evidence)> Switches = new()
    {
        { Parameters + "RequireSignedTokens!", (false, Unsigned) }, { Parameters + "ValidateLifetime!", (false, Forever) }, { Parameters + "RequireExpirationTime!", (false, "tokens that never expire are taken") },
        { "System.IdentityModel.Tokens.TokenValidationParameters.RequireSignedTokens", (false, Unsigned) }, { "System.IdentityModel.Tokens.TokenValidationParameters.ValidateLifetime", (false, Forever) },
        { "JWT.ValidationParameters.ValidateSignature!", (false, Unsigned) }, { "JWT.ValidationParameters.ValidateExpirationTime!", (false, Forever) },
        { "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectProtocolValidator.RequireState", (false, "answers to requests that nobody made are taken") },
    };

    private static readonly ApiTable<string> Validators = new()
    {
        { Parameters + "SignatureValidator!", "the validator reads the token and checks no signature" }, { Parameters + "LifetimeValidator!", "the validator returns true for every lifetime" },
        { Parameters + "SignatureValidatorUsingConfiguration!", "the validator reads the token and checks no signature" },
    };

    private static readonly ApiTable<string> Calls = new()
    {
        { "JWT.Builder.JwtBuilder.DoNotVerifySignature!", Unsigned }, { "JWT.Builder.JwtBuilder.WithVerifySignature!", Unsigned }, { "JWT.IJwtDecoder.Decode", Unsigned }, { "JWT.JwtDecoder.Decode", Unsigned }, { "JWT.IJwtDecoder.DecodeToObject", Unsigned },
        { "JWT.JwtDecoder.DecodeToObject", Unsigned }, { "JWT.JsonWebToken.Decode", Unsigned }, { "JWT.JsonWebToken.DecodeToObject", Unsigned }, { "Jose.JWT.Decode", Unsigned }, { "Jose.JWT.Encode", "the token is not signed" },
    };

    // An expired token is read on purpose to issue the next one, or at sign-out.
    private static readonly HashSet<string> Expired = new(StringComparer.Ordinal) { "expired", "refresh", "renew", "logout", "revoke", "ignore", "hint", "reissue", "rotate", "rotation" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8206_TokenValidationDisabled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeAssignment(node, code), SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, code), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeAssignment(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Switches) is { } toggle)
        {
            if (ApiCode.Constant(context, assignment.Right) is bool value && value == toggle.Fact.Bad && !(toggle.Fact.Evidence != Unsigned && IsForExpired(assignment)) && !HasOwnValidator(assignment, toggle.Name.Member))
                Report(context, assignment, toggle.Name.Member, toggle.Fact.Evidence);
        }
        else if (code.Match(context, assignment.Left, Validators) is { } validator && BlindlyAccepts(context, assignment.Right))
        {
            Report(context, assignment, validator.Name.Member, validator.Fact);
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (code.Match(context, call, Calls) is not { } match)
            return;
        var arguments = call.ArgumentList.Arguments;
        var isOff = match.Name.Member switch
        {
            "DoNotVerifySignature" => true,
            "WithVerifySignature" => arguments.Count == 1 && ApiCode.Constant(context, arguments[0].Expression) is false,
            _ when match.Name.Namespace == "Jose" => arguments.Any(static a => a.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "none", Expression: var algorithm } && algorithm.ToString().EndsWith("JwsAlgorithm", StringComparison.Ordinal)),
            _ => arguments.Any(a => a.NameColon?.Name.Identifier.ValueText is "verify" && ApiCode.Constant(context, a.Expression) is false) || (arguments.Count == 3 && arguments[2].NameColon is null && ApiCode.Constant(context, arguments[2].Expression) is false),
        };
        if (isOff)
            Report(context, call, match.Name.Member, match.Fact);
    }

    // `(token, _) => new JwtSecurityToken(token)`, `delegate { return true; }`.
    private static bool BlindlyAccepts(SyntaxNodeAnalysisContext context, ExpressionSyntax value)
    {
        if (AcceptingCallback.Is(value, context.SemanticModel, context.CancellationToken))
            return true;
        if (AcceptingCallback.BodyOf(value, context.SemanticModel, context.CancellationToken) is not { } body)
            return false;
        return body.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>().Any(static c => ApiUse.SimpleNameOf(c.Type) is "JwtSecurityToken" or "JsonWebToken")
            && !body.DescendantNodesAndSelf().Any(static n => n is ThrowExpressionSyntax or ThrowStatementSyntax or IfStatementSyntax or InvocationExpressionSyntax);
    }

    private static bool HasOwnValidator(AssignmentExpressionSyntax assignment, string member) =>
        member is "ValidateLifetime" or "RequireExpirationTime" && assignment.Parent is InitializerExpressionSyntax initializer
        && initializer.Expressions.Any(static e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "LifetimeValidator" } });

    private static bool IsForExpired(SyntaxNode node) => NameTrail.Of(node, withInputs: false).All.Any(static n => PurposeWords.Has(n, Expired));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence)
    {
        if (!Guard.IsDevelopment(place))
            ApiCode.Report(context, Descriptors.GB8206_TokenValidationDisabled, place, claim, evidence);
    }
}
