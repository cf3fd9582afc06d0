using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Flow;

/// <summary>
/// Roslyn's control flow graph with every edge made explicit: exceptions into handlers, finally regions on the way of a
/// branch, and one exit for exceptions that nobody catches. Blocks are named by their ordinals.
/// </summary>
/// <remarks>Immutable, so that any number of threads may read one.</remarks>
internal sealed class FlowGraph
{
    // Rules that look at one body share its graph: it is made of the operation that all of them are handed.
    private static readonly ConditionalWeakTable<IOperation, FlowGraph> OfBodies = new();

    private readonly ImmutableArray<FlowEdge>[] _successors;
    private readonly ImmutableArray<FlowEdge>[] _predecessors;
    private bool[]? _repeated; // Two threads that ask at once make the same.
    private IReadOnlyList<FlowGraph>? _nested; // Two threads that ask at once make the same.

    private FlowGraph(ControlFlowGraph source)
    {
        Source = source;
        _successors = FlowEdges.Of(source);
        var incoming = new List<FlowEdge>[_successors.Length];
        for (var i = 0; i < incoming.Length; i++)
            incoming[i] = [];
        foreach (var edge in _successors.SelectMany(static edges => edges))
            incoming[edge.To].Add(edge);
        _predecessors = [.. incoming.Select(static edges => edges.ToImmutableArray())];
    }

    /// <summary>The graph that it was made of.</summary>
    public ControlFlowGraph Source { get; }

    /// <summary>The blocks of the source; <see cref="ExceptionalExit"/> is not one of them.</summary>
    public ImmutableArray<BasicBlock> Blocks => Source.Blocks;

    /// <summary>Where control comes in.</summary>
    public int Entry => 0;

    /// <summary>Where control leaves by return or by falling off the end.</summary>
    public int Exit => Blocks.Length - 1;

    /// <summary>Where control leaves by an exception that nothing here catches.</summary>
    public int ExceptionalExit => Blocks.Length;

    /// <summary>Blocks and the exceptional exit.</summary>
    public int Count => _successors.Length;

    /// <summary>The ways out of a block.</summary>
    public ImmutableArray<FlowEdge> Successors(int block) => _successors[block];

    /// <summary>The ways into a block.</summary>
    public ImmutableArray<FlowEdge> Predecessors(int block) => _predecessors[block];

    /// <summary>Whether control may come back to a block: blocks stand in the order of the source, so that an edge backwards closes a loop.</summary>
    public bool IsRepeated(int block)
    {
        _repeated ??= Repeated();
        return _repeated[block];
    }

    /// <summary>The graph over an existing one.</summary>
    public static FlowGraph Of(ControlFlowGraph source) => new(source);

    /// <summary>The graph of a method, accessor, constructor or initializer; null where Roslyn has none (no body, broken code).</summary>
    public static FlowGraph? Of(SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        ControlFlowGraph.Create(declaration, model, cancellation) is { } source ? new FlowGraph(source) : null;

    /// <summary>The graph of a body that an analyzer was handed; null where the body is not a root.</summary>
    public static FlowGraph? Of(IOperation body, CancellationToken cancellation)
    {
        if (OfBodies.TryGetValue(body, out var known))
            return known;
        return Create(body, cancellation) is { } graph ? OfBodies.GetValue(body, _ => graph) : null;
    }

    private bool[] Repeated()
    {
        var repeated = new bool[Count];
        foreach (var back in _successors.SelectMany(static edges => edges).Where(static e => e.To <= e.From))
        {
            for (var block = back.To; block <= back.From; block++)
                repeated[block] = true;
        }

        return repeated;
    }

    private static FlowGraph? Create(IOperation body, CancellationToken cancellation) => body switch
    {
        { Parent: not null } => null,
        IMethodBodyOperation method => new FlowGraph(ControlFlowGraph.Create(method, cancellation)),
        IConstructorBodyOperation constructor => new FlowGraph(ControlFlowGraph.Create(constructor, cancellation)),
        IBlockOperation block => new FlowGraph(ControlFlowGraph.Create(block, cancellation)),
        IFieldInitializerOperation field => new FlowGraph(ControlFlowGraph.Create(field, cancellation)),
        IPropertyInitializerOperation property => new FlowGraph(ControlFlowGraph.Create(property, cancellation)),
        _ => null,
    };

    /// <summary>The graphs of the local functions and lambdas that are declared here, at any depth.</summary>
    public IEnumerable<FlowGraph> Nested(CancellationToken cancellation) => _nested ??= [.. CreateNested(cancellation)];

    private IEnumerable<FlowGraph> CreateNested(CancellationToken cancellation)
    {
        foreach (var local in Source.LocalFunctions)
        {
            var graph = new FlowGraph(Source.GetLocalFunctionControlFlowGraph(local, cancellation));
            yield return graph;
            foreach (var inner in graph.Nested(cancellation))
                yield return inner;
        }

        foreach (var lambda in Operations().OfType<IFlowAnonymousFunctionOperation>())
        {
            var graph = new FlowGraph(Source.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
            yield return graph;
            foreach (var inner in graph.Nested(cancellation))
                yield return inner;
        }
    }

    /// <summary>Every operation in source order of the blocks, branch values included.</summary>
    public IEnumerable<IOperation> Operations() => Enumerable.Range(0, Blocks.Length).SelectMany(OperationsOf);

    /// <summary>Every operation of one block, inner ones included.</summary>
    public IEnumerable<IOperation> OperationsOf(int block) => Roots(block).SelectMany(static root => root.DescendantsAndSelf());

    /// <summary>The outermost operations of one block, its branch value last.</summary>
    public IEnumerable<IOperation> Roots(int block)
    {
        if (block == ExceptionalExit)
            return [];
        return Blocks[block].BranchValue is { } value ? Blocks[block].Operations.Append(value) : Blocks[block].Operations;
    }
}
