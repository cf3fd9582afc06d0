using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>The success that every way from a catch ends in, where nothing else tells of the failure.</summary>
internal static class SwallowedSuccess
{
    /// <summary>The success as the code writes it; null where the catch is honest, or not known to lie.</summary>
    public static string? Of(CatchSite site)
    {
        if (site.Method.ReturnsVoid || SuccessClaims.TakesException(site.Method))
            return null;
        return AnswerOf(site) is { } success && !IsAnswered(site) && NormalWaySucceeds(site, success) ? success : null;
    }

    /// <summary>The success that all ways from the catch end in, however it came to be.</summary>
    public static string? AnswerOf(CatchSite site)
    {
        var (path, method) = (site.Path, site.Method);
        if (path.Retries || path.CanThrow || path.Outcomes.IsEmpty)
            return null;
        string? success = null;
        foreach (var outcome in path.Outcomes)
        {
            if (outcome.Returned is not { } returned || SuccessValues.NameOf(returned, outcome.Value, method, site.Body) is not { } name || FlagIsCleared(path, returned))
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

    private static bool IsAnswered(CatchSite site)
    {
        if (site.Clause.Filter is not null || FailureTypes.NamesFulfilment(site.Path.ExceptionType) || CatchBody.DealsWithFailure(site.Clause))
            return true;
        var returns = site.Path.Outcomes.Select(static o => o.Returned!.Syntax).ToList();
        return returns.Any(r => CatchBody.Mentions(r, site.Clause))
            || (returns.Any(r => !site.Clause.Span.Contains(r.Span)) && CatchBody.HasWorkOutside(site.Statement, site.Body.Syntax));
    }

    // Where the try says the same, a caller cannot tell; where it only ever says the opposite, the exception was the answer.
    private static bool NormalWaySucceeds(CatchSite site, string success)
    {
        var (path, graph, values) = (site.Path, site.Graph, site.Values);
        var others = Enumerable.Range(0, graph.Blocks.Length).Where(b => !path.Blocks.Contains(b) && values.IsReachable(b))
            .Where(b => graph.Successors(b).Any(static e => e.Semantics == ControlFlowBranchSemantics.Return))
            .Select(b => graph.Blocks[b].BranchValue).OfType<IOperation>().ToList();
        if (path.Outcomes.Any(o => graph.Predecessors(o.Block).Any(e => !path.Blocks.Contains(e.From) && e.Kind != EdgeKind.Exception)))
            return true; // The try falls through to the same return.
        return others.Any(o => success switch
        {
            "true" => values.At(o).AsBool != false,
            "0" => values.At(o) is var code && (code.Kind != FlowValueKind.Constant || code.Constant is 0),
            _ => SuccessValues.NameOf(o, values.At(o), site.Method, site.Body) == success,
        });
    }
}
