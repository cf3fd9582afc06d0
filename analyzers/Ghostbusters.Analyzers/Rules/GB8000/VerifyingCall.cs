using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A call that says by its value alone whether something is genuine or allowed.</summary>
/// <param name="Name">The method.</param>
/// <param name="Question">What its value answers.</param>
/// <param name="IsOfLibrary">Whether it is known what it does; else its name and body say so.</param>
internal sealed record VerifyingCall(string Name, string Question, bool IsOfLibrary)
{
    private const string Crypto = "System.Security.Cryptography.";
    private const string Identity = "Microsoft.AspNetCore.Identity.";
    private const string Genuine = "the signature is genuine";
    private const string Chained = "the certificate is trusted";
    private const string Equal = "the two are equal";
    private const string Right = "the password is right";
    private const string Fresh = "the token is right";
    private const string SignedIn = "the user was let in";
    private const string Allowed = "the user may";
    private const string Valid = "the input is valid";

    private static readonly ApiTable<string> Known = new()
    {
        { Crypto + "RSA.VerifyData", Genuine }, { Crypto + "RSA.VerifyHash", Genuine }, { Crypto + "RSACryptoServiceProvider.VerifyData", Genuine }, { Crypto + "RSACryptoServiceProvider.VerifyHash", Genuine },
        { Crypto + "DSA.VerifyData", Genuine }, { Crypto + "DSA.VerifySignature", Genuine }, { Crypto + "ECDsa.VerifyData", Genuine }, { Crypto + "ECDsa.VerifyHash", Genuine },
        { Crypto + "AsymmetricSignatureDeformatter.VerifySignature", Genuine }, { Crypto + "RSAPKCS1SignatureDeformatter.VerifySignature", Genuine }, { Crypto + "DSASignatureDeformatter.VerifySignature", Genuine },
        { Crypto + "MLDsa.VerifyData", Genuine }, { Crypto + "SlhDsa.VerifyData", Genuine },
        { Crypto + "CryptographicOperations.FixedTimeEquals", Equal },
        { Crypto + "X509Certificates.X509Chain.Build", Chained }, { Crypto + "X509Certificates.X509Certificate2.Verify", Chained }, { Crypto + "Xml.SignedXml.CheckSignature", Genuine },
        { Identity + "IPasswordHasher.VerifyHashedPassword", Right }, { Identity + "PasswordHasher.VerifyHashedPassword", Right }, { Identity + "UserManager.CheckPasswordAsync", Right },
        { Identity + "UserManager.VerifyUserTokenAsync", Fresh }, { Identity + "UserManager.VerifyTwoFactorTokenAsync", Fresh }, { Identity + "UserManager.VerifyChangePhoneNumberTokenAsync", Fresh },
        { Identity + "UserManager.ConfirmEmailAsync", Fresh }, { Identity + "UserManager.RedeemTwoFactorRecoveryCodeAsync", Fresh },
        { Identity + "IPasswordValidator.ValidateAsync", Valid },
        { Identity + "SignInManager.PasswordSignInAsync", SignedIn }, { Identity + "SignInManager.CheckPasswordSignInAsync", Right }, { Identity + "SignInManager.TwoFactorSignInAsync", SignedIn },
        { Identity + "SignInManager.TwoFactorAuthenticatorSignInAsync", SignedIn }, { Identity + "SignInManager.TwoFactorRecoveryCodeSignInAsync", SignedIn }, { Identity + "SignInManager.ExternalLoginSignInAsync", SignedIn },
        { Identity + "SignInManager.CanSignInAsync", Allowed },
        { "Microsoft.AspNetCore.Authorization.IAuthorizationService.AuthorizeAsync", Allowed }, { "Microsoft.AspNetCore.Authorization.AuthorizationServiceExtensions.AuthorizeAsync", Allowed },
        { "Microsoft.AspNetCore.Antiforgery.IAntiforgery.IsRequestValidAsync", "the form is the site's own" },
        { "Microsoft.AspNetCore.Mvc.IUrlHelper.IsLocalUrl", "the address is the site's own" },
        { "System.Security.Claims.ClaimsPrincipal.IsInRole", Allowed }, { "System.Security.Claims.ClaimsPrincipal.HasClaim", Allowed }, { "System.Security.Principal.IPrincipal.IsInRole", Allowed },
        { "Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler.ValidateTokenAsync", Fresh }, { "Microsoft.IdentityModel.Tokens.TokenHandler.ValidateTokenAsync", Fresh },
        { "BCrypt.Net.BCrypt.Verify", Right }, { "BCrypt.Net.BCrypt.EnhancedVerify", Right }, { "Isopoh.Cryptography.Argon2.Argon2.Verify", Right },
        { "FluentValidation.IValidator.Validate", Valid }, { "FluentValidation.IValidator.ValidateAsync", Valid }, { "FluentValidation.AbstractValidator.Validate", Valid }, { "FluentValidation.AbstractValidator.ValidateAsync", Valid },
        { "System.Uri.IsWellFormedUriString", Valid },
        { "System.Web.Security.Membership.ValidateUser", Right }, { "System.DirectoryServices.AccountManagement.PrincipalContext.ValidateCredentials", Right },
    };

    /// <summary>Reads a call; null where it says nothing of that, or says it by an exception or to somebody else, too.</summary>
    public static VerifyingCall? Of(InvocationExpressionSyntax call, SemanticModel model, ApiNames names, CancellationToken cancellation)
    {
        if (ApiUse.Of(call) is not { } use)
            return null;
        if (names.Match(call, model, Known, cancellation) is { } match)
            return IsOfOwnToken(call, use.Member) || ThrowsOnFailure(call) || IsAskedOfChain(call, use.Member) ? null : new VerifyingCall(use.Member, match.Fact, IsOfLibrary: true);
        if (VerificationClaim.Of(use.Member) is not { IsStrict: true } || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        return method.OriginalDefinition.DeclaringSyntaxReferences.Length > 0 && AnswersOnly(method.OriginalDefinition, cancellation) ? new VerifyingCall(method.Name, "it is so", IsOfLibrary: false) : null;
    }

    // A seeded account: what was generated here is right.
    private static bool IsOfOwnToken(InvocationExpressionSyntax call, string member) => member is "ConfirmEmailAsync" or "VerifyUserTokenAsync"
        && call.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Any(static t => t.ValueText.StartsWith("Generate", StringComparison.Ordinal)) == true;

    // A chain that is built for its elements, or is asked for its status afterwards.
    private static bool IsAskedOfChain(InvocationExpressionSyntax call, string member) => member == "Build"
        && call.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Any(static t => t.ValueText is "ChainStatus" or "ChainElements") == true;

    // `validator.Validate(order, options => options.ThrowOnFailures())`.
    private static bool ThrowsOnFailure(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(static a => a.ToString().Contains("ThrowOnFailures"));

    private static bool AnswersOnly(IMethodSymbol method, CancellationToken cancellation)
    {
        var given = AcceptingAnswer.Given(method.ReturnType);
        if (given.SpecialType != SpecialType.System_Boolean && !(given.TypeKind == TypeKind.Enum && AcceptingAnswer.IsVerdict(given)))
            return false;
        if (method.Parameters.Any(static p => p.RefKind is RefKind.Out or RefKind.Ref || p.Name.IndexOf("throw", StringComparison.OrdinalIgnoreCase) >= 0 || p.Name.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0))
            return false;
        if (method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not { } declaration)
            return false;
        var hasBody = declaration is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax;
        return hasBody ? !DoesMore(declaration) : PascalWords.Of(method.Name)[0] is "Verify" or "Is" or "Has" or "Check" or "Can";
    }

    // It throws, or does something that others can see: then its value may be dropped.
    private static bool DoesMore(SyntaxNode body)
    {
        var locals = new HashSet<string>(body.DescendantNodes().Select(static n => n switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            _ => "",
        }), StringComparer.Ordinal);
        return body.DescendantNodes().Any(n => n switch
        {
            ThrowStatementSyntax or ThrowExpressionSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Parent is not InitializerExpressionSyntax && assignment.Left is not IdentifierNameSyntax and not TupleExpressionSyntax and not DeclarationExpressionSyntax
                || (assignment.Left is IdentifierNameSyntax name && !locals.Contains(name.Identifier.ValueText) && name.Identifier.ValueText != "_" && assignment.Parent is not InitializerExpressionSyntax),
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax } statement => !CalleeFailure.Logs(statement) && !IsTelling(statement),
            _ => false,
        });
    }

    private static bool IsTelling(ExpressionStatementSyntax statement) => statement.ToString() is var text
        && (text.Contains(".Log") || text.Contains("Console.") || text.Contains("Debug.") || text.Contains("Trace.") || text.Contains("ThrowIfNull"));
}
