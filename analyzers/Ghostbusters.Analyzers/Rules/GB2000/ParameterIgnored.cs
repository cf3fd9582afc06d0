using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2008: a parameter whose name promises an effect, and that has none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterIgnored : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2008_ParameterIgnored];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var groups = new MethodGroups(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, groups));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, MethodGroups groups)
    {
        if (context.CodeBlock is not (MethodDeclarationSyntax or ConstructorDeclarationSyntax))
            return;
        var method = (BaseMethodDeclarationSyntax)context.CodeBlock;
        if ((method.Body ?? (SyntaxNode?)method.ExpressionBody) is null || !method.ParameterList.Parameters.Any(ParameterPromise.MayBeMadeBy))
            return;
        var candidates = method.ParameterList.Parameters.Where(p => ParameterPromise.MayBeMadeBy(p) && ParameterUse.MayBeNone(method, p)).ToList();
        if (candidates.Count == 0 || ShippedCode.LiesBeside(method.SyntaxTree.FilePath) || DictatedSignature.ByDeclaration(method)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || candidates.All(c => ParameterPromise.Of(symbol.Parameters[method.ParameterList.Parameters.IndexOf(c)]) is null)
            || FlowGraph.Of(method, context.SemanticModel, context.CancellationToken) is not { } graph || !ParameterFate.Ends(graph)
            || (symbol.MethodKind != MethodKind.Constructor && InertBody.Of(graph, context.CancellationToken) is not null))
        {
            return;
        }

        foreach (var candidate in candidates)
        {
            var parameter = symbol.Parameters[method.ParameterList.Parameters.IndexOf(candidate)];
            if (ParameterPromise.Of(parameter) is { } promise
                && (ParameterFate.Of(graph, parameter, promise) ?? ParameterPassing.Fate(graph, parameter, context.SemanticModel.Compilation, context.CancellationToken)) is { } fate
                && IsKept(promise, symbol, graph) && !DictatedSignature.ByContract(symbol, groups) && shipped.Contains(method.SyntaxTree))
            {
                Report(context, method, parameter, candidate, promise, fate);
            }
        }
    }

    // A promise that the method could keep: there is something to cancel, or something that a culture could change.
    private static bool IsKept(ParameterPromise promise, IMethodSymbol method, FlowGraph graph)
    {
        if (promise.IsToken)
            return method.MethodKind != MethodKind.Constructor && Cancellable.Work(graph) is not null;
        return !promise.IsCulture || !(method.Name is "ToString" or "Parse" or "TryParse" or "TryFormat" or "Format" || method.ContainingType.GetMembers(method.Name).Length > 1);
    }

    private static void Report(CodeBlockAnalysisContext context, BaseMethodDeclarationSyntax method, IParameterSymbol parameter, ParameterSyntax syntax, ParameterPromise promise, string fate)
    {
        var name = method is ConstructorDeclarationSyntax ? parameter.ContainingType.Name : parameter.ContainingSymbol.Name;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB2008_ParameterIgnored,
            syntax.Identifier.GetLocation(),
            new Claim(parameter.Name, syntax.Identifier.GetLocation()),
            Evidence.At(fate, (method.Body ?? (SyntaxNode)method.ExpressionBody!).GetLocation()),
            parameter.Name, name, promise.Words, fate));
    }
}
