using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3005: success is logged, written or returned before the effect has happened or been awaited.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuccessBeforeEffect : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3005_SuccessBeforeEffect];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TaskTypes.Of(start.Compilation) is not { } tasks)
                return;
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, tasks, shipped), OperationKind.MethodBody);
        });
    }

    private static void Analyze(OperationAnalysisContext context, TaskTypes tasks, ShippedCode shipped)
    {
        var body = context.Operation;
        if (!MayMatter(body.Syntax) || !shipped.Contains(body.Syntax.SyntaxTree) || context.ContainingSymbol is not IMethodSymbol method || FlowGraph.Of(body, context.CancellationToken) is not { } graph)
            return;
        AnalyzeFunction(context, graph, method, tasks);
        foreach (var nested in graph.Nested(context.CancellationToken))
        {
            var function = nested.Source.OriginalOperation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null)
                AnalyzeFunction(context, nested, function, tasks);
        }
    }

    private static void AnalyzeFunction(OperationAnalysisContext context, FlowGraph graph, IMethodSymbol method, TaskTypes tasks)
    {
        foreach (var early in EarlySuccess.OfTasks(graph, method, tasks).Concat(EarlySuccess.OfMessages(graph)))
        {
            var place = early.Report.GetLocation();
            context.ReportDiagnostic(Findings.Report.Finding(
                Descriptors.GB3005_SuccessBeforeEffect, place,
                new Claim(early.Text, place),
                Evidence.At(early.Reality, early.Effect.GetLocation(), place),
                early.Text, early.Reality));
        }
    }

    // Before any graph is built: a call whose result is kept, or a call after a statement that tells something.
    private static bool MayMatter(SyntaxNode body) => body.DescendantNodes().Any(static n => n switch
    {
        VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax call } => EarlySuccess.NamesEffect(call),
        ExpressionStatementSyntax { Expression: var expression } => EarlySuccess.NamesEffect(expression is AwaitExpressionSyntax await ? await.Expression : expression),
        _ => false,
    });
}
