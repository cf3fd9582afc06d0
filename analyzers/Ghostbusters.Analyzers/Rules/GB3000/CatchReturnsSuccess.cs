using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3001: every way out of a catch gives the value by which the method says that it succeeded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchReturnsSuccess : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3001_CatchReturnsSuccess];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterOperationAction(Analyze, OperationKind.MethodBody);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var body = context.Operation;
        if (context.ContainingSymbol is not IMethodSymbol method || !MayMatter(body.Syntax) || ExpectedFailure.IsTest(body.Syntax) || FlowGraph.Of(body, context.CancellationToken) is not { } graph)
        {
            return;
        }

        AnalyzeFunction(context, graph, method);
        foreach (var nested in graph.Nested(context.CancellationToken))
        {
            var function = nested.Source.OriginalOperation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null)
                AnalyzeFunction(context, nested, function);
        }
    }

    // Before any graph is built: there is a catch, and something is returned.
    private static bool MayMatter(SyntaxNode body) =>
        body.DescendantNodes().Any(static n => n is CatchClauseSyntax) && body.DescendantNodes().Any(static n => n is ReturnStatementSyntax { Expression: not null });

    private static void AnalyzeFunction(OperationAnalysisContext context, FlowGraph graph, IMethodSymbol method)
    {
        var clauses = CatchClauses(graph);
        var handlers = Handlers(graph.Source.Root).ToList();
        if (method.ReturnsVoid || clauses.Count == 0 || clauses.Count != handlers.Count || SuccessClaims.TakesException(method))
            return;

        var values = ValueAnalysis.Of(graph, context.CancellationToken);
        foreach (var path in CatchPath.Of(graph, values, context.CancellationToken))
        {
            var clause = clauses[handlers.IndexOf(path.Handler)];
            if (SuccessOf(path, method) is { } success && !IsAnswered(path, clause, graph) && NormalWaySucceeds(path, graph, values, method, success))
                Report(context, method, path, clause, success);
        }
    }

    // The success that all ways from the catch end in.
    private static string? SuccessOf(CatchPath path, IMethodSymbol method)
    {
        if (path.Retries || path.CanThrow || path.Outcomes.IsEmpty)
            return null;
        string? success = null;
        foreach (var outcome in path.Outcomes)
        {
            if (outcome.Returned is not { } returned || SuccessValues.NameOf(returned, outcome.Value, method, path.Values.Graph.Source.OriginalOperation) is not { } name || FlagIsCleared(path, returned))
                return null;
            success ??= name;
        }

        return success == "true" && !SuccessClaims.MeansSuccess(method) ? null : success;
    }

    // `var result = new Result { Success = true }; try { … } catch { result.Success = false; }`
    private static bool FlagIsCleared(CatchPath path, IOperation returned) =>
        path.Blocks.Members().SelectMany(b => path.Values.Graph.OperationsOf(b)).OfType<ISimpleAssignmentOperation>().Any(a =>
            a.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation owner } target
            && returned.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, owner.Local))
            && (FailureWords.IsIn(target.Property.Name) || (SuccessValues.IsFlag(target.Property.Name) && a.Value.ConstantValue is not { HasValue: true, Value: true })));

    private static bool IsAnswered(CatchPath path, CatchClauseSyntax clause, FlowGraph graph)
    {
        if (clause.Filter is not null || FailureTypes.NamesFulfilment(path.ExceptionType) || CatchBody.DealsWithFailure(clause)
            || clause.Parent is not TryStatementSyntax statement)
        {
            return true;
        }

        var returns = path.Outcomes.Select(static o => o.Returned!.Syntax).ToList();
        return returns.Any(r => CatchBody.Mentions(r, clause))
            || (returns.Any(r => !clause.Span.Contains(r.Span)) && CatchBody.HasWorkOutside(statement, graph.Source.OriginalOperation.Syntax));
    }

    // Where the try says the same, a caller cannot tell; where it only ever says the opposite, the exception was the answer.
    private static bool NormalWaySucceeds(CatchPath path, FlowGraph graph, ValueAnalysis values, IMethodSymbol method, string success)
    {
        var others = Enumerable.Range(0, graph.Blocks.Length).Where(b => !path.Blocks.Contains(b) && values.IsReachable(b))
            .Where(b => graph.Successors(b).Any(static e => e.Semantics == ControlFlowBranchSemantics.Return))
            .Select(b => graph.Blocks[b].BranchValue).OfType<IOperation>().ToList();
        if (path.Outcomes.Any(o => graph.Predecessors(o.Block).Any(e => !path.Blocks.Contains(e.From) && e.Kind != EdgeKind.Exception)))
            return true; // The try falls through to the same return.
        return others.Any(o => success == "true" ? values.At(o).AsBool != false : SuccessValues.NameOf(o, values.At(o), method, graph.Source.OriginalOperation) == success);
    }

    private static void Report(OperationAnalysisContext context, IMethodSymbol method, CatchPath path, CatchClauseSyntax clause, string success)
    {
        var returned = path.Outcomes[0].Returned!.Syntax.GetLocation();
        var keyword = clause.CatchKeyword.GetLocation();
        var place = clause.Span.Contains(returned.SourceSpan) ? returned : keyword;
        var name = method.MethodKind == MethodKind.AnonymousFunction ? "This lambda" : method.Name == "<Main>$" ? "The program" : $"'{method.Name}'";
        var caught = clause.Declaration?.Type.ToString() ?? "any exception";
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB3001_CatchReturnsSuccess, place,
            new Claim($"{name.Trim('\'')}: {success}", method.Locations.FirstOrDefault(static l => l.IsInSource)),
            Evidence.At($"the catch of {caught} ends in {success}", keyword, returned),
            name, success, caught, keyword.GetLineSpan().StartLinePosition.Line + 1));
    }

    private static List<CatchClauseSyntax> CatchClauses(FlowGraph graph)
    {
        var function = graph.Source.OriginalOperation.Syntax;
        return [.. function.DescendantNodes(n => CatchBody.IsWithin(n, function)).OfType<CatchClauseSyntax>()];
    }

    // Regions have no syntax; both lists are in source order.
    private static IEnumerable<ControlFlowRegion> Handlers(ControlFlowRegion region) =>
        (region.Kind == ControlFlowRegionKind.Catch ? new[] { region } : []).Concat(region.NestedRegions.SelectMany(Handlers));
}
