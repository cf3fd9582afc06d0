using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3002: after a failure the method answers null, empty or 0, which it also answers where nothing failed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchReturnsDefault : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3002_CatchReturnsDefault];

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
        // Before any graph is built: a catch that takes failures of many kinds and does nothing about them, and something is returned.
        var code = MemberCode.Of(context);
        if (!code.ReturnsValue || !code.Catches.Any(static c => BroadCatch.Is(c) && !CatchBody.DealsWithFailure(c)) || !shipped.Contains(code.Block.SyntaxTree) || code.MethodBody(context.CancellationToken) is not { } body)
            return;
        foreach (var site in CatchSite.In(body, context.OwningSymbol, context.CancellationToken))
        {
            if (AnswerOf(site) is { } answer && !TellsOtherwise(site, answer) && NormalAnswer.Of(site, answer, context.CancellationToken) is { } normal
                && !CallSites.DealWithAbsence(site, answer, context.CancellationToken))
            {
                Report(context, site, answer, normal);
            }
        }
    }

    // The nothing that all ways from the catch end in. An empty catch is another rule's.
    private static DefaultAnswer? AnswerOf(CatchSite site)
    {
        var (path, method) = (site.Path, site.Method);
        if (site.Clause.Block.Statements.Count == 0 || !BroadCatch.Is(site.Clause) || method.ReturnsVoid || method.MethodKind == MethodKind.AnonymousFunction || path.Retries || path.CanThrow || path.Outcomes.IsEmpty)
            return null;
        DefaultAnswer? answer = null;
        foreach (var outcome in path.Outcomes)
        {
            if (outcome.Returned is not { } returned || DefaultAnswer.Of(returned, outcome.Value, method, site.Body) is not { } found || (answer is not null && answer.Kind != found.Kind))
                return null;
            answer ??= found;
        }

        return answer;
    }

    private static bool TellsOtherwise(CatchSite site, DefaultAnswer answer) =>
        HonestAbsence.IsNamed(site.Method, answer) || HonestAbsence.IsProbe(site.Statement) || (answer.Kind == DefaultKind.Null && HonestAbsence.IsReading(site.Statement)) || LoggingCatch.Alarms(site)
        || ExpectedFailure.IsTidyingUp(site.Statement) || CatchComments.IsExplainedBeside(site.Clause) || SuccessClaims.TakesException(site.Method)
        || CatchBody.DealsWithFailure(site.Clause) || CatchComments.ExplainAnswer(site.Clause) || HonestAbsence.IsDocumented(site.Method, answer)
        || HonestAbsence.TellsByOut(site.Clause, site.Method);

    private static void Report(CodeBlockAnalysisContext context, CatchSite site, DefaultAnswer answer, string normal)
    {
        var returned = site.Path.Outcomes[0].Returned!.Syntax.GetLocation();
        var keyword = site.Clause.CatchKeyword.GetLocation();
        var place = site.Clause.Span.Contains(returned.SourceSpan) ? returned : keyword;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3002_CatchReturnsDefault, place,
            new Claim($"{site.FunctionName.Trim('\'')}: {answer.Text}", site.Method.Locations.FirstOrDefault(static l => l.IsInSource)),
            Evidence.At($"the catch of {site.Caught} ends in {answer.Text}", keyword, returned),
            site.FunctionName, answer.Text, normal, site.Caught, site.Line));
    }
}
