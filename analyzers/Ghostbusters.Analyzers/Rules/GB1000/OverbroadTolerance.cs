using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1011: an assertion that compares so loosely that it lets every plausible error through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverbroadTolerance : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1011_OverbroadTolerance];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is null)
                return;
            var helpers = new ToleranceHelpers();
            start.RegisterOperationBlockAction(block => Analyze(block, helpers));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ToleranceHelpers helpers)
    {
        if (context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { SemanticModel: { } model } body)
            return;
        var candidates = new HashSet<SyntaxNode>();
        foreach (var operation in body.Descendants())
        {
            if (operation is IInvocationOperation call && (ToleranceModel.MayBeLoose(call.TargetMethod.Name) ? ToleranceModel.Of(call) is not null : ToleranceHelpers.MayBe(call)))
                candidates.Add(call.Syntax);
        }

        if (candidates.Count == 0)
            return;
        var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
        foreach (var inner in graph.Nested(context.CancellationToken).Prepend(graph))
            AnalyzeGraph(context, inner, candidates, helpers, model);
    }

    private static void AnalyzeGraph(OperationBlockAnalysisContext context, FlowGraph graph, HashSet<SyntaxNode> candidates, ToleranceHelpers helpers, SemanticModel model)
    {
        ValueAnalysis? values = null;
        foreach (var call in graph.Operations().OfType<IInvocationOperation>().Where(c => candidates.Contains(c.Syntax)))
        {
            values ??= ValueAnalysis.Of(graph, context.CancellationToken);
            if ((ToleranceModel.Of(call) ?? helpers.ClaimOf(call, model, context.CancellationToken)) is not { } claim
                || values.BlockOf(call) is not { } block || !values.IsReachable(block) || new Looseness(values, model).ReasonOf(claim) is not { } reason)
            {
                continue;
            }

            var evidence = new[] { claim.Wanted, claim.Limit }.OfType<IOperation>().Select(static o => o.Syntax.GetLocation());
            context.ReportDiagnostic(Report.Finding(
                Descriptors.GB1011_OverbroadTolerance, call.Syntax.GetLocation(), new Claim(call.Syntax.ToString(), call.Syntax.GetLocation()),
                Evidence.At(reason, [.. evidence]), call.TargetMethod.Name, reason));
        }
    }
}
