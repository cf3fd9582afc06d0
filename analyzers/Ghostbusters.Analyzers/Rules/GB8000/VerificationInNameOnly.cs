using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8001: a method that claims to verify or authorize, and takes its input as good on every feasible way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerificationInNameOnly : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8001_VerificationInNameOnly];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeMethod(node, shipped, implementers, bodies), SyntaxKind.MethodDeclaration);
            start.RegisterSyntaxNodeAction(node => AnalyzeAssertion(node, shipped), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context, ShippedCode shipped, Implementers implementers, SourceBodies bodies)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (SucceedingHandler.Of(method, context.SemanticModel, bodies, context.CancellationToken) is { } success)
        {
            var type = ((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText;
            Report(context, shipped, method, type, "authorize", "it calls 'Succeed' on every way and looks at neither the user nor the resource", [success.GetLocation()]);
        }
        else if (HollowCheck.Of(method, context.SemanticModel, implementers, bodies, context.CancellationToken) is { } check)
        {
            var places = check.Body.Places.Count > 0 ? check.Body.Places.Select(static p => p.Syntax.GetLocation()).ToArray() : [(method.Body ?? (SyntaxNode)method).GetLocation()];
            Report(context, shipped, method, method.Identifier.ValueText, check.Claim.Words, check.Reality, places);
        }
    }

    private static void AnalyzeAssertion(SyntaxNodeAnalysisContext context, ShippedCode shipped)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (HollowAssertion.PolicyOf(call, context.SemanticModel, context.CancellationToken) is not { } policy || !shipped.Contains(call.SyntaxTree))
            return;
        var place = call.ArgumentList.Arguments[0].GetLocation();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB8001_VerificationInNameOnly, place, new Claim(policy, null), Evidence.At("its assertion is true for everybody", place), policy, "authorize", "its assertion is true for everybody"));
    }

    private static void Report(SyntaxNodeAnalysisContext context, ShippedCode shipped, MethodDeclarationSyntax method, string name, string claim, string reality, Location[] places)
    {
        if (!shipped.Contains(method.SyntaxTree))
            return;
        var place = method.Identifier.GetLocation();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB8001_VerificationInNameOnly, place, new Claim(name, place), Evidence.At(reality, places), name, claim, reality));
    }
}
