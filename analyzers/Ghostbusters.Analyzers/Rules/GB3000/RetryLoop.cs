using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Loops that say by a name that they try the same work again.</summary>
internal static class RetryLoop
{
    private static readonly string[] Words = ["attempt", "retry", "retries", "tries"];

    /// <summary>The name by which the loop around a try says that it tries again; null where there is none.</summary>
    public static string? Around(TryStatementSyntax statement)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or CommonForEachStatementSyntax)
                return null;
            SyntaxNode?[] heads = ancestor switch
            {
                ForStatementSyntax loop => [loop.Declaration, loop.Condition],
                WhileStatementSyntax loop => [loop.Condition],
                DoStatementSyntax loop => [loop.Condition],
                _ => [],
            };
            if (heads.Length > 0)
                return heads.OfType<SyntaxNode>().SelectMany(static h => h.DescendantTokens()).Select(static t => t.ValueText).FirstOrDefault(IsRetryWord);
        }

        return null;
    }

    /// <summary>Whether the try is entered again where nothing was thrown: the loop tests an answer.</summary>
    public static bool GoesOnWithoutFailure(FlowGraph graph, ValueAnalysis values, ControlFlowRegion handler)
    {
        if (handler.EnclosingRegion?.NestedRegions.FirstOrDefault(static r => r.Kind == ControlFlowRegionKind.Try) is not { } body)
            return true;
        var inside = Enumerable.Range(body.FirstBlockOrdinal, body.LastBlockOrdinal - body.FirstBlockOrdinal + 1).ToList();
        var leaving = inside.SelectMany(b => graph.Successors(b)).Where(e => e.Kind != EdgeKind.Exception && !inside.Contains(e.To) && values.IsPossible(e)).Select(static e => e.To);
        var after = Reachability.From(graph, leaving, static e => e.Kind != EdgeKind.Exception);
        return inside.Any(after.Contains);
    }

    private static bool IsRetryWord(string name) => Words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
}
