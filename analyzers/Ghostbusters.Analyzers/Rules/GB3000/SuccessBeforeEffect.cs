using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    // Before any graph is built: a call whose task may be kept, or a call named after an effect and a text that says success.
    private static bool MayMatter(SyntaxNode body)
    {
        var hasEffect = false;
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case EqualsValueClauseSyntax { Value: InvocationExpressionSyntax call } when EarlySuccess.NamesTask(call):
                case AssignmentExpressionSyntax { Right: InvocationExpressionSyntax assigned } when EarlySuccess.NamesTask(assigned):
                    return true;
                case ExpressionStatementSyntax { Expression: var expression }:
                    hasEffect = hasEffect || EarlySuccess.NamesEffect(expression);
                    break;
                default:
                    break;
            }
        }

        return hasEffect && body.DescendantTokens().Any(static t =>
            t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && SuccessWords.In(t.ValueText) is not null);
    }
}
