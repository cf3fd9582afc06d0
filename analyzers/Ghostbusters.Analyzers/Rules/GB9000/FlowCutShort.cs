using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Taint;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>GB9003 in a build and in an editor: entry points whose data was followed only up to the limit of steps. The engine tells it by itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowCutShort : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB9003_NotAnalysed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            // To be told what was cut short, nobody pays for an analysis that no rule asks for.
            if (TaintedFlowReport.Rules.All(d => IsOff(d, start.Compilation, start.CancellationToken)))
                return;
            var analysis = SharedTaintAnalysis.Of(start.Compilation, start.Options, start.CancellationToken);
            if (LiveAnalysis.IsOn(start.Options))
                start.RegisterSemanticModelAction(file => Tell(analysis.Within(file.SemanticModel, file.CancellationToken).Cut, file.ReportDiagnostic));
            else
                start.RegisterCompilationEndAction(end => Tell(analysis.Result(end.CancellationToken).Cut, end.ReportDiagnostic));
        });
    }

    private static bool IsOff(DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellation) =>
        (compilation.Options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out var configured) == true
            || compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out configured)) && configured == ReportDiagnostic.Suppress;

    // A limit that was reached is nothing to mend, so it breaks no build.
    private static void Tell(ImmutableArray<SyntaxNode> cut, Action<Diagnostic> report)
    {
        if (cut.IsEmpty)
            return;
        var what = cut.Length == 1 ? "the way of data from outside through this method" : $"the way of data from outside through {cut.Length} methods, of which this is the first,";
        const string problem = "it was followed only up to the limit of steps: smaller methods and fewer implementations of one interface are followed further";
        report(Report.Finding(Descriptors.GB9003_NotAnalysed, DiagnosticSeverity.Info, Place(cut[0]), new Claim(what, null), Evidence.At(problem), [what, problem]));
    }

    private static Location Place(SyntaxNode body) => body.ChildTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.GetLocation()).FirstOrDefault() ?? body.GetLocation();
}
