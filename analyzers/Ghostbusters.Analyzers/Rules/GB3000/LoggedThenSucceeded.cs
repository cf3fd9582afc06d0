using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3004: a catch logs the error, and its way joins the one that reports completion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoggedThenSucceeded : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3004_LoggedThenSucceeded];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterOperationAction(operation => Analyze(operation, shipped), OperationKind.MethodBody);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ShippedCode shipped)
    {
        var body = context.Operation;
        if (!MayMatter(body.Syntax) || !shipped.Contains(body.Syntax.SyntaxTree))
            return;
        foreach (var site in CatchSite.In(body, context.ContainingSymbol, context.CancellationToken))
        {
            if (LoggingCatch.OnlyLogs(site) && SwallowedSuccess.Of(site) is null && JoinedReport.After(site) is { } report)
                Report(context, site, report);
        }
    }

    // Before any graph is built: a catch that does something and goes on to a statement after its try, or to a finally.
    private static bool MayMatter(SyntaxNode body) =>
        body.DescendantNodes().OfType<CatchClauseSyntax>().Any(static c => LoggingCatch.GoesOn(c));

    private static void Report(OperationAnalysisContext context, CatchSite site, CompletionReport report)
    {
        var place = report.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.GetLocation() ?? report.Operation.Syntax.GetLocation();
        var keyword = site.Clause.CatchKeyword.GetLocation();
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3004_LoggedThenSucceeded, place,
            new Claim(report.Text, report.Operation.Syntax.GetLocation()),
            Evidence.At($"the catch of {site.Caught} logs and goes on to this", keyword, place),
            report.Text, site.Caught, site.Line));
    }
}
