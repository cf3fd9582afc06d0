using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Flow;

namespace Ghostbusters.Analyzers.Tests.Flow;

public class DominatorTreeTests
{
    private const int Nodes = 9;

    // By definition: without the dominator the node cannot be reached.
    [Fact]
    public void Dominates_IsTheDefinition_OnEveryGraph() => Prop.ForAll(
        Arb.From(Gen.Choose(0, (Nodes * Nodes) - 1).ArrayOf()),
        static edges =>
        {
            var pairs = edges.Select(static e => (From: e / Nodes, To: e % Nodes)).Distinct().ToList();
            var next = pairs.ToLookup(static p => p.From, static p => p.To);
            var previous = pairs.ToLookup(static p => p.To, static p => p.From);
            var tree = DominatorTree.Build(Nodes, 0, n => next[n], n => previous[n]);
            var reached = Reached(next, without: null);
            return Enumerable.Range(0, Nodes).All(d => Enumerable.Range(0, Nodes).All(n =>
                tree.Dominates(d, n) == (reached.Contains(d) && reached.Contains(n) && !Reached(next, d).Contains(n))));
        }).QuickCheckThrowOnFailure();

    private static HashSet<int> Reached(ILookup<int, int> next, int? without)
    {
        var seen = new HashSet<int>();
        var work = new Stack<int>([0]);
        while (work.TryPop(out var node))
        {
            if (node == without || !seen.Add(node))
                continue;
            foreach (var to in next[node])
                work.Push(to);
        }

        return seen;
    }
}
