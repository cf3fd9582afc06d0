using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3009: "completed" or "success" is logged on a way that a failure dominates.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailureLoggedAsSuccess : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3009_FailureLoggedAsSuccess];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped)
    {
        // Before any graph is built: a text that says success, and a catch, a finally or a condition.
        var code = MemberCode.Of(context);
        if (!code.Branches || !code.Texts.Any(static t => SuccessWords.In(t) is not null) || !shipped.Contains(code.Block.SyntaxTree)
            || code.MethodBody(context.CancellationToken) is not { } body || FlowGraph.Of(body, context.CancellationToken) is not { } graph)
        {
            return;
        }

        foreach (var function in new[] { graph }.Concat(graph.Nested(context.CancellationToken)))
            AnalyzeFunction(context, function);
    }

    private static void AnalyzeFunction(CodeBlockAnalysisContext context, FlowGraph graph)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (!graph.Blocks[block].IsReachable)
                continue;
            foreach (var operation in graph.OperationsOf(block))
            {
                if (LogMessage.Of(operation) is { } message && SuccessWords.In(message.Text) is { } word && !TellsOutcome(message) && FailureBefore.Of(message, block, graph) is { } failure)
                    Report(context, message, word, failure);
            }
        }
    }

    // `Log("done: {0}", result.Error)`: what is put in says how it went.
    private static bool TellsOutcome(LogMessage message) => message.Values.Any(static v =>
        FailureWords.IsIn(v.Syntax.ToString()) || v.DescendantsAndSelf().Any(static o => o is IMemberReferenceOperation m && SuccessValues.IsFlag(m.Member.Name)));

    private static void Report(CodeBlockAnalysisContext context, LogMessage message, string word, FailureBefore failure)
    {
        var place = message.Call.Syntax.GetLocation();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3009_FailureLoggedAsSuccess, place,
            new Claim(message.Text, place),
            Evidence.At(failure.Reality, failure.Place, place),
            word, failure.Reality));
    }
}
