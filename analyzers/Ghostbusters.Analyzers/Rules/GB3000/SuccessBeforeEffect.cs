using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
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
            start.RegisterCodeBlockAction(block => Analyze(block, tasks, shipped));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, TaskTypes tasks, ShippedCode shipped)
    {
        var code = MemberCode.Of(context);
        if (!MayMatter(code) || !shipped.Contains(code.Block.SyntaxTree) || context.OwningSymbol is not IMethodSymbol method
            || code.MethodBody(context.CancellationToken) is not { } body || FlowGraph.Of(body, context.CancellationToken) is not { } graph)
        {
            return;
        }

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

    private static void AnalyzeFunction(CodeBlockAnalysisContext context, FlowGraph graph, IMethodSymbol method, TaskTypes tasks)
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
    private static bool MayMatter(MemberCode code) =>
        code.Kept.Any(EarlySuccess.NamesTask) || (code.Statements.Any(static s => EarlySuccess.NamesEffect(s.Expression)) && code.Texts.Any(static t => SuccessWords.In(t) is not null));
}
