using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8209: an action takes a browser's form and does not ask whether the form was its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingAntiforgery : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8209_MissingAntiforgery];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            var global = new Lazy<bool>(() => FormAction.IsCheckedEverywhere(start.Compilation));
            start.RegisterSyntaxNodeAction(node => Analyze(node, code, global), SyntaxKind.MethodDeclaration);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ApiCode code, Lazy<bool> global)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (FormAction.VerbOf(method) is not { } verb || (!FormAction.AnswersWithPage(method) && !FormAction.BelongsToPages(method)) || FormAction.IsForMachines(method))
            return;
        if (method.Parent is not ClassDeclarationSyntax type || context.SemanticModel.GetDeclaredSymbol(type, context.CancellationToken) is not { } controller
            || !FormAction.IsViewController(controller, code.Names, method.SyntaxTree) || FormAction.IsChecked(controller, method) || global.Value)
        {
            return;
        }

        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB8209_MissingAntiforgery, ApiCode.SeverityAt(context.Compilation, Descriptors.GB8209_MissingAntiforgery, method.SyntaxTree), method.Identifier.GetLocation(), new Findings.Claim(method.Identifier.ValueText, null),
            Findings.Evidence.At($"[{verb}] without [ValidateAntiForgeryToken]", method.Identifier.GetLocation()), [method.Identifier.ValueText, $"[{verb}]"]));
    }
}
