using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8003: a text is said to be made harmless, and is not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SanitizerThatDoesNot : DiagnosticAnalyzer
{
    private const string Repeat = "Encode for the place where it is used, or refuse what is not allowed";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8003_SanitizerThatDoesNot];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var names = new ApiNames(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeMethod(node, shipped, names, implementers), SyntaxKind.MethodDeclaration);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, shipped, names), SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeVariable(node, shipped), SyntaxKind.VariableDeclarator);
        });
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context, ShippedCode shipped, ApiNames names, Implementers implementers)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        var (model, cancellation) = (context.SemanticModel, context.CancellationToken);
        if (OpenPattern.Of(method, model, cancellation) is { } open)
        {
            Report(context, shipped, method.Identifier.GetLocation(), method.Identifier.ValueText, $"'{open.Pattern}' matches every text with one such sign anywhere in it", "Put '^' before the pattern and '$' behind it", open.Place);
            return;
        }

        if (!SanitizerClaim.IsNamed(method.Identifier.ValueText) || model.GetDeclaredSymbol(method, cancellation) is not { } symbol || !SanitizerClaim.Is(symbol))
            return;
        if (TextChain.Of(method, model, cancellation) is { } chain && Bypass.Of(chain) is { } bypass)
            Report(context, shipped, method.Identifier.GetLocation(), method.Identifier.ValueText, Describe(bypass), Repeat, bypass.Place);
        else if (!method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => LostEncoding.Of(c, model, names, cancellation) is not null)
            && UnchangedText.Of(method, symbol, model, implementers, cancellation) is { } unchanged)
            Report(context, shipped, method.Identifier.GetLocation(), method.Identifier.ValueText, unchanged.Reality, "Change what has to be changed, or fail", unchanged.Place);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ShippedCode shipped, ApiNames names)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (LostEncoding.Of(call, context.SemanticModel, names, context.CancellationToken) is { } lost && ApiUse.Of(call) is { } use)
            Report(context, shipped, call.GetLocation(), use.Member, lost, "Use the text that it returns", call);
    }

    // `var safeName = name.Replace("../", "");`
    private static void AnalyzeVariable(SyntaxNodeAnalysisContext context, ShippedCode shipped)
    {
        var variable = (VariableDeclaratorSyntax)context.Node;
        if (variable.Initializer?.Value is not InvocationExpressionSyntax value || !SanitizerClaim.IsSafeVariable(variable.Identifier.ValueText)
            || TextChain.Of(value, context.SemanticModel, context.CancellationToken) is not { } chain || Bypass.Of(chain) is not { } bypass
            || value.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && SanitizerClaim.IsNamed(method.Identifier.ValueText))
        {
            return;
        }

        Report(context, shipped, variable.Identifier.GetLocation(), variable.Identifier.ValueText, Describe(bypass), Repeat, bypass.Place);
    }

    private static string Describe(Bypass bypass) => $"{Quote(bypass.Input)} comes out as {Quote(bypass.Output)}, and so still holds {Quote(bypass.Token)}";

    private static string Quote(string text) => $"'{text.Replace("\r", "\\r").Replace("\n", "\\n")}'";

    private static void Report(SyntaxNodeAnalysisContext context, ShippedCode shipped, Location place, string name, string reality, string remedy, SyntaxNode evidence)
    {
        if (!shipped.Contains(context.Node.SyntaxTree))
            return;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB8003_SanitizerThatDoesNot, place, new Claim(name, place), Evidence.At(reality, evidence.GetLocation()), name, reality, remedy));
    }
}
