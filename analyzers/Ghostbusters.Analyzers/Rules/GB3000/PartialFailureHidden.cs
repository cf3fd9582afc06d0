using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3010: a loop drops the items that failed, and what follows it reports the whole as done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialFailureHidden : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3010_PartialFailureHidden];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var (swallowing, answering) = (new SwallowingCallee(start.Compilation), new CalleeFailure(start.Compilation));
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, swallowing, answering));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, SwallowingCallee swallowing, CalleeFailure answering)
    {
        // Before any graph is built: an item is dropped in a loop that something follows.
        var (code, method, cancellation) = (MemberCode.Of(context), context.OwningSymbol, context.CancellationToken);
        var catches = code.Catches.Any(c => c.Block.Statements.Count > 0 && IsFollowed(c, code.Block) && !CatchBody.DealsWithFailure(c));
        var skips = code.Continues.Any(c => c.Ancestors().OfType<IfStatementSyntax>().Any() && IsFollowed(c, code.Block));
        var calls = code.Statements.Any(s => s.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax && IsFollowed(s, code.Block));
        if ((!catches && !skips && !calls) || !shipped.Contains(code.Block.SyntaxTree) || code.MethodBody(cancellation) is not { } body)
            return;
        var drops = (catches ? DroppedItem.InCatches(body, method, cancellation) : [])
            .Concat(skips ? DroppedItem.InBranches(body, method, cancellation) : [])
            .Concat(calls ? DroppedItem.InCallees(body, method, swallowing, answering, cancellation) : []);
        var reported = new HashSet<Location>();
        foreach (var drop in drops)
        {
            if (WholeReport.After(drop) is { } report && reported.Add(Place(report)))
                Report(context, drop, report);
        }
    }

    private static bool IsFollowed(SyntaxNode node, SyntaxNode body) =>
        ItemLoop.Around(node) is { } loop && body.Span.Contains(loop.Statement.Span) && JoinedReport.Followers(loop.Statement).Any();

    private static void Report(CodeBlockAnalysisContext context, DroppedItem drop, CompletionReport report) =>
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3010_PartialFailureHidden, Place(report),
            new Claim(report.Text, report.Operation.Syntax.GetLocation()),
            Evidence.At(drop.Reality, drop.Place),
            report.Text, drop.Loop.Source, drop.Reality));

    private static Location Place(CompletionReport report) =>
        report.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.GetLocation() ?? report.Operation.Syntax.GetLocation();
}
