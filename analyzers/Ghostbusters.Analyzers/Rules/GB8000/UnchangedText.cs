using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A sanitizer that gives its input back as it came, on every way or where something went wrong.</summary>
internal static class UnchangedText
{
    /// <summary>In words, and where; null where the text may be changed, or the method says that it is not.</summary>
    public static (string Reality, SyntaxNode Place)? Of(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, Implementers implementers, CancellationToken cancellation)
    {
        if (method.ContainsDirectives || OpenDoor.Is(method) || HonestStub.SaysItIsMissing(method) || !DecidingContract.IsOwn(symbol, implementers) || FlowGraph.Of(method, model, cancellation) is not { } graph)
            return null;
        var values = ValueAnalysis.Of(graph, cancellation);
        var returns = graph.Blocks.Where(b => values.IsReachable(b.Ordinal) && b is { ConditionKind: ControlFlowConditionKind.None, BranchValue: not null, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
            .Select(static b => b.BranchValue!).ToList();
        if (returns.Count > 0 && returns.TrueForAll(r => IsInput(values.At(r))) && !method.DescendantNodes().Any(static n => n is ThrowStatementSyntax or ThrowExpressionSyntax))
            return ("every way gives its input back as it came", returns[0].Syntax);
        var failed = CatchPath.Of(graph, values, cancellation).SelectMany(static c => c.Outcomes.Where(static o => o.Returned is not null && IsInput(o.Value))).FirstOrDefault();
        return failed.Returned is { } given ? ("where something goes wrong it gives its input back as it came", given.Syntax) : null;
    }

    private static bool IsInput(FlowValue value) => value.Origin is IParameterSymbol { Type.SpecialType: SpecialType.System_String };
}
