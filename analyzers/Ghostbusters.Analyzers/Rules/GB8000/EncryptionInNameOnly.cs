using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8004: something is said to be encrypted or hashed, and is only written in another way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EncryptionInNameOnly : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8004_EncryptionInNameOnly];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Analyze(node, shipped, implementers, bodies), SyntaxKind.MethodDeclaration);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ShippedCode shipped, Implementers implementers, SourceBodies bodies)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (method.ParameterList.Parameters.Count == 0 || method.ContainsDirectives || (method.Body is null && method.ExpressionBody is null) || SecrecyClaim.Of(method) is not { } claim
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol || !DecidingContract.IsOwn(symbol, implementers)
            || MereEncoding.Of(method, symbol, context.SemanticModel, claim, bodies, context.CancellationToken) is not { } reality || !shipped.Contains(method.SyntaxTree))
        {
            return;
        }

        var place = method.Identifier.GetLocation();
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB8004_EncryptionInNameOnly, place, new Claim(symbol.Name, place), Evidence.At($"it only {reality}", (method.Body ?? (SyntaxNode)method.ExpressionBody!).GetLocation()),
            symbol.Name, claim.Words, reality, claim.IsHash ? "Use PBKDF2, bcrypt, scrypt or Argon2 with a random salt" : "Use AES-GCM with a key from a secret store, or name it after what it does"));
    }
}
