using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// Conditional constant propagation over a flow graph: what is known of each variable at each block, and which edges
/// can be taken at all under it.
/// </summary>
internal sealed class ValueAnalysis
{
    private static readonly ConditionalWeakTable<FlowGraph, ValueAnalysis> Known = new();

    private readonly FlowTransfer _transfer;
    private readonly FlowState?[] _entries;
    private readonly bool?[] _outcomes;
    private readonly bool[] _wasRaised;
    private readonly ILookup<int, int> _resuming;
    private readonly Func<FlowEdge, bool>? _follow;
    private readonly Dictionary<IOperation, int> _places;
    private readonly Dictionary<IOperation, FlowValue>?[] _values;
    private readonly long _mostVisits;
    private readonly ValueAnalysis? _before;
    private bool _gaveUp;

    private ValueAnalysis(FlowGraph graph, FlowTransfer transfer, ILookup<int, int> resuming, Dictionary<IOperation, int> places, long mostVisits)
    {
        Graph = graph;
        _transfer = transfer;
        _resuming = resuming;
        _places = places;
        _mostVisits = mostVisits;
        _entries = new FlowState?[graph.Count];
        _outcomes = new bool?[graph.Count];
        _wasRaised = new bool[graph.Count];
        _values = new Dictionary<IOperation, FlowValue>?[graph.Count];
    }

    // Ways from inside a finally: which branch or exception entered it was decided before them.
    private ValueAnalysis(ValueAnalysis before, int start, Func<FlowEdge, bool>? follow)
        : this(before.Graph, before._transfer, before._resuming, before._places, before._mostVisits)
    {
        _follow = follow;
        _before = IsInFinally(before.Graph, start) ? before : null;
    }

    /// <summary>The graph that was analysed.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Analyses from the entry, once a graph.</summary>
    public static ValueAnalysis Of(FlowGraph graph, CancellationToken cancellation)
    {
        if (Known.TryGetValue(graph, out var known))
            return known;
        var made = Create(graph, cancellation);
        return Known.GetValue(graph, _ => made);
    }

    private static ValueAnalysis Create(FlowGraph graph, CancellationToken cancellation)
    {
        var blocks = Enumerable.Range(0, graph.Blocks.Length);
        var places = new Dictionary<IOperation, int>();
        foreach (var block in blocks)
        {
            foreach (var root in graph.Roots(block))
                places[root] = block;
        }

        var resuming = blocks.SelectMany(b => graph.Successors(b)).Where(static e => e.Kind == EdgeKind.Resume).ToLookup(static e => e.Origin, static e => e.From);
        var analysis = new ValueAnalysis(graph, FlowTransfer.For(graph), resuming, places, MostVisits(graph, resuming));
        analysis.Run(graph.Entry, FlowState.Empty, cancellation);
        return analysis;
    }

    /// <summary>What holds on the ways that start at this block, with what is known when it is entered; other ways do not count.</summary>
    /// <param name="block">Where the ways start.</param>
    /// <param name="cancellation">Ends the analysis.</param>
    /// <param name="follow">Which edges the ways may take; null for all that are feasible.</param>
    public ValueAnalysis StartingAt(int block, CancellationToken cancellation, Func<FlowEdge, bool>? follow = null)
    {
        var analysis = new ValueAnalysis(this, block, follow);
        if (_gaveUp)
            analysis.GiveUp();
        else
            analysis.Run(block, _entries[block] ?? FlowState.Empty, cancellation);
        return analysis;
    }

    /// <summary>Whether control can come to the block.</summary>
    public bool IsReachable(int block) => _entries[block] is not null;

    /// <summary>Whether control can take the edge.</summary>
    public bool IsFeasible(FlowEdge edge) => IsPossible(edge) && (_follow is null || _follow(edge));

    /// <summary>Whether control could take the edge, where the ways did not stop there.</summary>
    public bool IsPossible(FlowEdge edge) => _entries[edge.From] is not null && edge.Kind switch
    {
        EdgeKind.WhenTrue => _outcomes[edge.From] != false,
        EdgeKind.WhenFalse => _outcomes[edge.From] != true,
        EdgeKind.Resume when _before is not null => _before.IsPossible(edge),
        EdgeKind.Resume when edge.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling => _wasRaised[edge.Origin],
        EdgeKind.Resume => _entries[edge.Origin] is not null,
        _ => true,
    };

    /// <summary>The block that an operation runs in; null for one that is not of this graph (in a closure, say).</summary>
    public int? BlockOf(IOperation operation)
    {
        for (var o = operation; o is not null; o = o.Parent)
        {
            if (_places.TryGetValue(o, out var block))
                return block;
        }

        return null;
    }

    /// <summary>What is known of an expression's value where it stands. Unknown where control cannot come.</summary>
    /// <param name="operation">An operation of the graph, inner ones included.</param>
    public FlowValue At(IOperation operation) =>
        !_gaveUp && BlockOf(operation) is { } block && _entries[block] is not null && ValuesOf(block).TryGetValue(operation, out var value) ? value : FlowValue.Unknown;

    // Made when first asked for. Two threads that ask at once make the same.
    private Dictionary<IOperation, FlowValue> ValuesOf(int block)
    {
        if (_values[block] is { } known)
            return known;
        var values = new Dictionary<IOperation, FlowValue>();
        var state = _entries[block]!;
        foreach (var root in Graph.Roots(block))
            state = _transfer.Run(root, state, values, out _);
        return _values[block] = values;
    }

    private static bool IsInFinally(FlowGraph graph, int block)
    {
        for (var region = graph.Blocks[block].EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                return true;
        }

        return false;
    }

    private static long MostVisits(FlowGraph graph, ILookup<int, int> resuming)
    {
        var variables = new HashSet<object>(graph.Operations().Select(static o => o is IFlowCaptureOperation capture ? capture.Id : FlowState.KeyOf(o)).OfType<object>());
        return (8L * graph.Count * (1 + variables.Count)) + (2L * resuming.Sum(static ends => ends.Count()));
    }

    // Terminates: visits are counted. They stay far below the bound, since an entry only changes by joining, and joining
    // only loses facts: a variable appears, then loses its constant or origin and its two flags, four steps at most and none
    // back. This holds whatever the transfer does. A block is visited again when its entry changes, or once for each origin
    // that its finally may go on to. The bound is there for what this argument overlooks: then nothing is known.
    private void Run(int start, FlowState initial, CancellationToken cancellation)
    {
        _entries[start] = initial;
        var work = new SortedSet<int> { start };
        for (var visits = 0L; work.Count > 0; visits++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (visits > _mostVisits)
            {
                GiveUp();
                return;
            }

            var block = work.Min;
            work.Remove(block);
            if (block != Graph.ExceptionalExit)
                Visit(block, work);
        }
    }

    // Sound for every graph: all blocks can be reached, all edges taken, nothing is known of any variable.
    private void GiveUp()
    {
        _gaveUp = true;
        for (var block = 0; block < _entries.Length; block++)
        {
            _entries[block] = FlowState.Empty;
            _outcomes[block] = null;
            _wasRaised[block] = true;
        }
    }

    private void Visit(int block, SortedSet<int> work)
    {
        var values = new Dictionary<IOperation, FlowValue>();
        var state = _entries[block]!;
        FlowState? thrown = null;
        foreach (var root in Graph.Roots(block))
        {
            state = _transfer.Run(root, state, values, out var thrownHere);
            if (thrownHere is not null)
                thrown = thrown?.Join(thrownHere) ?? thrownHere;
        }

        var condition = Graph.Blocks[block].ConditionKind == ControlFlowConditionKind.None ? null : Graph.Blocks[block].BranchValue;
        _outcomes[block] = condition is null ? null : values[condition].AsBool;
        foreach (var edge in Graph.Successors(block).Where(IsFeasible))
        {
            if (FlowEdges.Raises(edge) && !_wasRaised[edge.To])
            {
                _wasRaised[edge.To] = true;
                Requeue(edge.To, work);
            }

            Propagate(edge.To, edge.Kind switch
            {
                EdgeKind.Exception => thrown ?? state,
                EdgeKind.WhenTrue or EdgeKind.WhenFalse => _transfer.Assume(condition!, edge.Kind == EdgeKind.WhenTrue, state, values),
                _ => state,
            }, work);
        }
    }

    // A finally that ran for another reason before may now go on to where this one was going.
    private void Requeue(int origin, SortedSet<int> work)
    {
        foreach (var end in _resuming[origin].Where(IsReachable))
            work.Add(end);
    }

    private void Propagate(int block, FlowState state, SortedSet<int> work)
    {
        var known = _entries[block];
        if (known is not null && block == Graph.ExceptionalExit)
            return; // Nothing runs there: what is known is never asked.
        var joined = known is null ? state : known.Join(state);
        if (ReferenceEquals(joined, known))
            return;
        _entries[block] = joined;
        work.Add(block);

        // Only once: a finally of one block is the origin and the end of its own resumption.
        if (known is null)
            Requeue(block, work);
    }
}
