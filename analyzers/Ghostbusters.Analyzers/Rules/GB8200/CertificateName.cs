using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>A certificate that is taken for somebody's because of the name in it, which whoever makes one writes himself.</summary>
internal static class CertificateName
{
    private const string Certificates = "System.Security.Cryptography.X509Certificates.";

    private static readonly ApiTable<bool> Names = new()
    {
        { Certificates + "X509Certificate.Subject", true }, { Certificates + "X509Certificate.Issuer", true }, { Certificates + "X509Certificate2.GetNameInfo!", true }, { Certificates + "X509Certificate.GetName!", true }, { Certificates + "X509Certificate.GetIssuerName!", true },
        { Certificates + "X509Certificate2.FriendlyName", true }, { Certificates + "X500DistinguishedName.Name", true },
    };

    // What a file imports that has to do with certificates: most files are ruled out by it.
    private static readonly string[] Libraries = ["System.Security", "System.IdentityModel", "System.ServiceModel", "Microsoft.IdentityModel"];

    // Somebody has looked at the rest, or picks a certificate of his own.
    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal)
    {
        "SslPolicyErrors", "sslPolicyErrors", "X509Chain", "X509Store", "Build", "Verify", "Thumbprint", "GetCertHash", "GetCertHashString", "GetPublicKey", "GetPublicKeyString", "ChainStatus", "VerifySignature", "CheckSignature", "Validate", "X509KeyStorageFlags", "GetRawCertData", "RawData", "HasPrivateKey",
    };

    /// <summary>Whether a comparison (<c>==</c>, <c>Equals</c>, <c>Contains</c>, <c>StartsWith</c>) of the name with a constant decides about a certificate from elsewhere.</summary>
    public static bool IsDecisive(SyntaxNode comparison, ApiNames names, SemanticModel model, CancellationToken cancellation)
    {
        if (!Libraries.Any(l => names.ReachLibrary(comparison.SyntaxTree, l)))
            return false;
        var sides = SidesOf(comparison).ToList();
        if (sides.Count < 2 || !sides.Exists(s => IsName(s, names, model, cancellation)) || !sides.Exists(s => ValueOrigin.ConstantOf(s, model, cancellation) is string { Length: > 0 }))
            return false;
        return comparison.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax) is { } member
            && !member.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && Checks.Contains(t.ValueText));
    }

    private static IEnumerable<ExpressionSyntax> SidesOf(SyntaxNode comparison) => comparison switch
    {
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } }, ArgumentList.Arguments: { Count: >= 2 } arguments } => [arguments[0].Expression, arguments[1].Expression],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "Contains" or "StartsWith" or "EndsWith", Expression: var owner }, ArgumentList.Arguments: { Count: >= 1 } arguments } => [owner, arguments[0].Expression],
        _ => [],
    };

    // `certificate.Subject`, `x.Certificate.SubjectName.Name`, `certificate.GetNameInfo(…)`; of an unknown type where the chain of names says it all.
    private static bool IsName(ExpressionSyntax side, ApiNames names, SemanticModel model, CancellationToken cancellation)
    {
        var value = ValueOrigin.Of(side, model, cancellation);
        if (value.SyntaxTree != model.SyntaxTree)
            return false;
        if (names.Match(value, model, Names, cancellation) is { } match)
            return match.Name.Type != "X500DistinguishedName" || value is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SubjectName" or "IssuerName" } };
        return value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SubjectName" or "IssuerName" } owner }
            && model.GetSymbolInfo(owner, cancellation).Symbol is null;
    }
}
