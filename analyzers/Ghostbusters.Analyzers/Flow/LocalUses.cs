using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>Where the value that a local got at one place is read.</summary>
internal static class LocalUses
{
    /// <summary>The reads that control can come to from a place, before the local gets another value.</summary>
    /// <param name="graph">The function.</param>
    /// <param name="place">The operation that gives the value; found by its syntax.</param>
    /// <param name="local">The local.</param>
    /// <returns>Null where that cannot be told: a closure has it, it is taken by reference, or it is of another function.</returns>
    public static IReadOnlyList<SyntaxNode>? After(FlowGraph graph, IOperation place, ILocalSymbol local)
    {
        var function = graph.Source.OriginalOperation;
        if (local.IsRef || !local.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(d.Span)) || IsCaptured(function, local))
            return null;
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            var roots = graph.Roots(block).ToList();
            var index = roots.FindIndex(r => r.DescendantsAndSelf().Any(o => o.Kind == place.Kind && o.Syntax == place.Syntax));
            if (index >= 0)
                return From(graph, block, index + 1, local);
        }

        return null;
    }

    private static List<SyntaxNode> From(FlowGraph graph, int start, int index, ILocalSymbol local)
    {
        var reads = new List<SyntaxNode>();
        var seen = new HashSet<int>();
        var work = new Stack<(int Block, int Index)>([(start, index)]);
        while (work.Count > 0)
        {
            var (block, first) = work.Pop();
            var overwritten = graph.Roots(block).Skip(first).Any(root => Visit(root, local, reads));
            foreach (var edge in graph.Successors(block))
            {
                if ((!overwritten || edge.Kind == EdgeKind.Exception) && seen.Add(edge.To))
                    work.Push((edge.To, 0));
            }
        }

        return reads;
    }

    // Notes the reads; true where the local has another value afterwards.
    private static bool Visit(IOperation root, ILocalSymbol local, List<SyntaxNode> reads)
    {
        var overwritten = false;
        foreach (var reference in root.DescendantsAndSelf().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;
            if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference || reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out })
                overwritten = true;
            else if (!reference.IsImplicit && !reads.Contains(reference.Syntax))
                reads.Add(reference.Syntax); // The dispose call of a using is implicit.
        }

        return overwritten;
    }

    private static bool IsCaptured(IOperation function, ILocalSymbol local) => function.Descendants().Any(o =>
        o is IAnonymousFunctionOperation or ILocalFunctionOperation
        && o.Descendants().OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, local)));
}
