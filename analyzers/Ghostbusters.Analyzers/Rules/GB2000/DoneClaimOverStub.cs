using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2005: a changelog, a checklist or a documentation comment calls finished what is a stub or only throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoneClaimOverStub : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2005_DoneClaimOverStub];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var claims = new Lazy<IReadOnlyList<DoneClaim>>(() => DoneClaim.In(start.Options.AdditionalFiles, start.CancellationToken));
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, implementers, claims));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, Implementers implementers, Lazy<IReadOnlyList<DoneClaim>> claims)
    {
        if (MemberCode.Of(context).Declaration is not { } member)
            return;
        var throws = ClaimedMember.ThrowsOnly(member);
        if (!throws && (member is not MethodDeclarationSyntax shape || !StubShape.Fits(shape)))
            return;
        if (ShippedCode.LiesBeside(member.SyntaxTree.FilePath) || IsOpen(member) || ClaimOn(member, claims) is not { } claim
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var reality = throws ? "all that it does is to throw NotImplementedException" : RealityOf((MethodDeclarationSyntax)member, context, implementers);
        if (reality is null || (!claim.IsOwn && ClaimedMember.IsAboutAnother(symbol, claim.Done, context.SemanticModel.Compilation, context.CancellationToken)) || !shipped.Contains(member.SyntaxTree))
            return;
        var place = NameOf(member).GetLocation();
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB2005_DoneClaimOverStub, place, new Claim(claim.Done.Text, null), Evidence.At(reality, place),
            symbol.Name, claim.Done.Source, Short(claim.Done.Text), reality));
    }

    private static (DoneClaim Done, bool IsOwn)? ClaimOn(MemberDeclarationSyntax member, Lazy<IReadOnlyList<DoneClaim>> claims) =>
        DoneClaim.OfDocumentation(member) is { } own ? (own, true)
        : member.Parent is TypeDeclarationSyntax type && claims.Value.Count > 0 && ClaimedMember.Among(claims.Value, type.Identifier.ValueText, NameOf(member).ValueText) is { } other ? (other, false)
        : null;

    // What a stub is, GB2001 knows.
    private static string? RealityOf(MethodDeclarationSyntax method, CodeBlockAnalysisContext context, Implementers implementers) =>
        StubBody.Judge(method, context.SemanticModel, implementers, context.CancellationToken)?.Reality;

    // Who derives fills it in.
    private static bool IsOpen(MemberDeclarationSyntax member) =>
        member.Modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword) || member.Parent is InterfaceDeclarationSyntax
        || member.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => a.Name.ToString().Contains("Obsolete"));

    private static SyntaxToken NameOf(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax method ? method.Identifier : ((PropertyDeclarationSyntax)member).Identifier;

    private static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 79) + "…";
}
