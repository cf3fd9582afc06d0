using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8002: something is verified, and nothing is decided by the answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerificationResultUnused : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8002_VerificationResultUnused];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var names = new ApiNames(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Analyze(node, shipped, names), SyntaxKind.InvocationExpression);
        });
    }

    /// <summary>Whether the rule speaks of the call: others leave it alone then.</summary>
    internal static bool Covers(SyntaxNode node, SemanticModel? model, ApiNames names, CancellationToken cancellation) =>
        model is not null && node is InvocationExpressionSyntax call && VerifyingCall.Of(call, model, names, cancellation) is { } verifying && UnreadVerdict.Of(call, verifying, model, cancellation) is not null;

    private static void Analyze(SyntaxNodeAnalysisContext context, ShippedCode shipped, ApiNames names)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (VerifyingCall.Of(call, context.SemanticModel, names, context.CancellationToken) is not { } verifying
            || UnreadVerdict.Of(call, verifying, context.SemanticModel, context.CancellationToken) is not { } unread || IsQuoted(call, context) || !shipped.Contains(call.SyntaxTree))
        {
            return;
        }

        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => (SyntaxNode)call.Expression,
        };
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB8002_VerificationResultUnused, name.GetLocation(), new Claim(verifying.Name, name.GetLocation()),
            Evidence.At(unread.Reality, unread.Place.GetLocation()), verifying.Name, verifying.Question, unread.Reality));
    }

    // Expression trees are read by a library and not run here.
    private static bool IsQuoted(SyntaxNode call, SyntaxNodeAnalysisContext context) => call.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
        .Any(f => context.SemanticModel.GetTypeInfo(f, context.CancellationToken).ConvertedType?.Name == "Expression");
}
