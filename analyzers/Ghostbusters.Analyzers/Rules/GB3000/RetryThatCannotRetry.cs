using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3008: a catch keeps a failure from the queue, loop or policy that would try again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryThatCannotRetry : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3008_RetryThatCannotRetry];

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
        if (context.OwningSymbol is not IMethodSymbol method)
            return;
        var code = MemberCode.Of(context);
        var queue = QueueHandler.Of(method);
        var catches = code.Catches.Any(static c => c.Block.Statements.Count > 0);
        if ((queue is null && !catches) || !shipped.Contains(code.Block.SyntaxTree) || code.MethodBody(context.CancellationToken) is not { } body)
            return;
        if (!catches)
        {
            if (Delegate(context, body, method) is var (callee, inner))
                AnalyzeFunction(context, inner, callee, queue);
            return;
        }

        if (FlowGraph.Of(body, context.CancellationToken) is not { } graph)
            return;
        AnalyzeFunction(context, graph, method, queue);
        foreach (var nested in graph.Nested(context.CancellationToken))
        {
            switch (nested.Source.OriginalOperation)
            {
                case IAnonymousFunctionOperation lambda:
                    AnalyzeFunction(context, nested, lambda.Symbol, RetryPolicy.Of(body, lambda) ?? QueueHandler.Of(lambda.Symbol));
                    break;
                case ILocalFunctionOperation local:
                    AnalyzeFunction(context, nested, local.Symbol, QueueHandler.Of(local.Symbol));
                    break;
            }
        }
    }

    private static void AnalyzeFunction(CodeBlockAnalysisContext context, FlowGraph graph, IMethodSymbol method, string? caller)
    {
        var function = graph.Source.OriginalOperation.Syntax;
        var clauses = function.DescendantNodes(n => CatchBody.IsWithin(n, function)).OfType<CatchClauseSyntax>().ToList();
        var handlers = Handlers(graph.Source.Root).ToList();
        if (clauses.Count == 0 || clauses.Count != handlers.Count || !QueueHandler.EndsInNothing(method) && caller is not null)
            return;
        var values = ValueAnalysis.Of(graph, context.CancellationToken);
        var paths = CatchPath.Of(graph, values, context.CancellationToken).ToList();
        foreach (var path in paths)
        {
            var clause = clauses[handlers.IndexOf(path.Handler)];
            // An empty catch is GB3003's.
            if (clause.Block.Statements.Count == 0 || clause.Filter is not null || clause.Parent is not TryStatementSyntax statement || path.ExceptionType is not { } type || !Throwing.CatchesAll(type))
                continue;
            var others = paths.Where(p => p != path && clauses[handlers.IndexOf(p.Handler)].Parent == statement);
            if (RealityOf(graph, values, path, clause, statement, method, caller, others.Any(static p => p.Retries)) is { } reality)
                Report(context, method, clause, reality);
        }
    }

    private static (string Claim, string Reality, string Remedy)? RealityOf(
        FlowGraph graph, ValueAnalysis values, CatchPath path, CatchClauseSyntax clause, TryStatementSyntax statement, IMethodSymbol method, string? caller, bool othersRetry)
    {
        if (RetryLoop.Around(statement) is { } counter)
            return othersRetry ? null : LoopReality(graph, values, path, clause, method, counter);
        if (path.CanThrow || !CatchVerdict.Ends(path))
            return null;
        if (CatchVerdict.Acknowledges(path, clause))
            return ("a handler that acknowledges its message", "goes on to the acknowledgement, so the broker never delivers the failed message again", "Reject or abandon the message there, or let the exception go on");
        if (caller is null || CatchVerdict.Answers(clause) || CatchBody.HasWorkOutside(statement, graph.Source.OriginalOperation.Syntax))
            return null;
        return (caller, "ends as if all was well, so neither a retry nor a dead-letter queue ever sees the failure", "Rethrow after logging, or set the message aside");
    }

    private static (string, string, string)? LoopReality(FlowGraph graph, ValueAnalysis values, CatchPath path, CatchClauseSyntax clause, IMethodSymbol method, string counter)
    {
        if (!path.Retries)
        {
            return CatchVerdict.Answers(clause) || RetryLoop.GoesOnWithoutFailure(graph, values, path.Handler) ? null
                : ($"made to try again ('{counter}')", "leaves the loop at the first failure, so nothing is tried again", "Leave the loop only after the last attempt");
        }

        if (path.CanThrow || !QueueHandler.EndsInNothing(method) || !CatchVerdict.Ends(path) || CatchVerdict.Answers(clause) || MeantDrop.IsName(method.Name) || CatchVerdict.Follows(path, clause)
            || method.Name.StartsWith("Try", StringComparison.Ordinal) || RetryLoop.GoesOnWithoutFailure(graph, values, path.Handler))
        {
            return null;
        }

        return ($"made to try again ('{counter}')", "keeps the failure of the last attempt, too, so the method ends as if it had succeeded", "Throw after the last attempt");
    }

    // `Consume(context) => HandleAsync(context.Message)`: what the one method does that the handler calls.
    private static (IMethodSymbol Callee, FlowGraph Graph)? Delegate(CodeBlockAnalysisContext context, IOperation body, IMethodSymbol method)
    {
        var calls = body.Descendants().OfType<IInvocationOperation>().Where(static c => c.TargetMethod.Name != "ConfigureAwait").Take(2).ToList();
        if (calls.Count != 1 || body.SemanticModel is not { } model || !SymbolEqualityComparer.Default.Equals(calls[0].TargetMethod.ContainingType, method.ContainingType)
            || calls[0].TargetMethod.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax declaration
            || declaration.SyntaxTree != body.Syntax.SyntaxTree || QueueHandler.Of(calls[0].TargetMethod) is not null)
        {
            return null;
        }

        return FlowGraph.Of(declaration, model, context.CancellationToken) is { } graph ? (calls[0].TargetMethod, graph) : null;
    }

    private static void Report(CodeBlockAnalysisContext context, IMethodSymbol method, CatchClauseSyntax clause, (string Claim, string Reality, string Remedy) found)
    {
        var keyword = clause.CatchKeyword.GetLocation();
        var name = method.MethodKind == MethodKind.AnonymousFunction ? "This lambda" : $"'{method.Name}'";
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3008_RetryThatCannotRetry, keyword, new Claim(found.Claim, method.Locations.FirstOrDefault(static l => l.IsInSource)),
            Evidence.At(found.Reality, keyword), name, found.Claim, found.Reality, found.Remedy));
    }

    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion region) =>
        (region.Kind == ControlFlowRegionKind.Catch ? new[] { region } : []).Concat(region.NestedRegions.SelectMany(Handlers));
}
