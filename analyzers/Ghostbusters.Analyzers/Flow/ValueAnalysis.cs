using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// Conditional constant propagation over a flow graph: what is known of each variable at each block, and which edges
/// can be taken at all under it.
/// </summary>
internal sealed class ValueAnalysis
{
    private readonly FlowTransfer _transfer;
    private readonly FlowState?[] _entries;
    private readonly Dictionary<IOperation, (int Block, int Index)> _places = [];

    private ValueAnalysis(FlowGraph graph, FlowTransfer transfer)
    {
        Graph = graph;
        _transfer = transfer;
        _entries = new FlowState?[graph.Count];
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            var index = 0;
            foreach (var root in graph.Roots(block))
                _places[root] = (block, index++);
        }
    }

    /// <summary>The graph that was analysed.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Analyses from the entry.</summary>
    public static ValueAnalysis Of(FlowGraph graph, CancellationToken cancellation)
    {
        var analysis = new ValueAnalysis(graph, FlowTransfer.For(graph));
        analysis.Run(graph.Entry, FlowState.Empty, cancellation);
        return analysis;
    }

    /// <summary>What holds on the ways that start at this block, with what is known when it is entered; other ways do not count.</summary>
    public ValueAnalysis StartingAt(int block, CancellationToken cancellation)
    {
        var analysis = new ValueAnalysis(Graph, _transfer);
        analysis.Run(block, _entries[block] ?? FlowState.Empty, cancellation);
        return analysis;
    }

    /// <summary>Whether control can come to the block.</summary>
    public bool IsReachable(int block) => _entries[block] is not null;

    /// <summary>Whether control can take the edge.</summary>
    public bool IsFeasible(FlowEdge edge)
    {
        if (_entries[edge.From] is null)
            return false;
        return edge.Kind switch
        {
            EdgeKind.WhenTrue => ConditionOf(edge.From).AsBool != false,
            EdgeKind.WhenFalse => ConditionOf(edge.From).AsBool != true,
            _ => true,
        };
    }

    /// <summary>The block that an operation runs in; null for one that is not of this graph (in a closure, say).</summary>
    public int? BlockOf(IOperation operation) => Find(operation)?.Block;

    /// <summary>What is known of an expression's value where it stands. Unknown where control cannot come.</summary>
    /// <param name="operation">An operation of the graph, inner ones included.</param>
    public FlowValue At(IOperation operation)
    {
        if (Find(operation) is not { } place || _entries[place.Block] is not { } state)
            return FlowValue.Unknown;

        var index = 0;
        foreach (var root in Graph.Roots(place.Block))
        {
            if (index++ == place.Index)
            {
                // Within the statement, earlier parts may have assigned: run them too.
                return _transfer.Evaluate(operation, Before(root, operation, state));
            }

            state = _transfer.After(root, state);
        }

        return FlowValue.Unknown;
    }

    private (int Block, int Index)? Find(IOperation operation)
    {
        for (var o = operation; o is not null; o = o.Parent)
        {
            if (_places.TryGetValue(o, out var place))
                return place;
        }

        return null;
    }

    private FlowState Before(IOperation root, IOperation operation, FlowState state)
    {
        if (ReferenceEquals(root, operation))
            return state;
        foreach (var child in root.ChildOperations)
        {
            if (IsWithin(operation, child))
                return Before(child, operation, state);
            state = _transfer.After(child, state);
        }

        return state;
    }

    private static bool IsWithin(IOperation operation, IOperation ancestor)
    {
        for (IOperation? o = operation; o is not null; o = o.Parent)
        {
            if (ReferenceEquals(o, ancestor))
                return true;
        }

        return false;
    }

    private FlowValue ConditionOf(int block)
    {
        var state = _entries[block]!;
        foreach (var operation in Graph.Blocks[block].Operations)
            state = _transfer.After(operation, state);
        return _transfer.Evaluate(Graph.Blocks[block].BranchValue, state);
    }

    private void Run(int start, FlowState initial, CancellationToken cancellation)
    {
        _entries[start] = initial;
        var work = new SortedSet<int> { start };
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = work.Min;
            work.Remove(block);
            if (block != Graph.ExceptionalExit)
                Visit(block, work);
        }
    }

    private void Visit(int block, SortedSet<int> work)
    {
        var state = _entries[block]!;
        var thrown = state;
        foreach (var operation in Graph.Blocks[block].Operations)
        {
            state = _transfer.After(operation, state);
            thrown = thrown.Join(state);
        }

        var condition = Graph.Blocks[block].BranchValue;
        var outcome = condition is null ? null : _transfer.Evaluate(condition, state).AsBool;
        var after = condition is null ? state : _transfer.After(condition, state);
        foreach (var edge in Graph.Successors(block))
        {
            switch (edge.Kind)
            {
                case EdgeKind.Exception:
                    Propagate(edge.To, thrown, work);
                    break;
                case EdgeKind.WhenTrue when outcome != false:
                    Propagate(edge.To, _transfer.Assume(condition!, true, after), work);
                    break;
                case EdgeKind.WhenFalse when outcome != true:
                    Propagate(edge.To, _transfer.Assume(condition!, false, after), work);
                    break;
                case EdgeKind.Always or EdgeKind.Resume:
                    Propagate(edge.To, after, work);
                    break;
            }
        }
    }

    private void Propagate(int block, FlowState state, SortedSet<int> work)
    {
        var known = _entries[block];
        var joined = known is null ? state : known.Join(state);
        if (known is not null && joined.Knows(known))
            return;
        _entries[block] = joined;
        work.Add(block);
    }
}
