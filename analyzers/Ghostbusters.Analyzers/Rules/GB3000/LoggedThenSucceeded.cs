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
            start.RegisterCodeBlockAction(block => Analyze(block, shipped));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped)
    {
        // Before any graph is built: a catch that does something and goes on to a statement after its try, or to a finally.
        var code = MemberCode.Of(context);
        if (!code.Catches.Any(static c => LoggingCatch.GoesOn(c) && !CatchBody.DealsWithFailure(c)) || !shipped.Contains(code.Block.SyntaxTree) || code.MethodBody(context.CancellationToken) is not { } body)
            return;
        foreach (var site in CatchSite.In(body, context.OwningSymbol, context.CancellationToken))
        {
            if (LoggingCatch.OnlyLogs(site) && SwallowedSuccess.Of(site) is null && JoinedReport.After(site) is { } report)
                Report(context, site, report);
        }
    }

    private static void Report(CodeBlockAnalysisContext context, CatchSite site, CompletionReport report)
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
