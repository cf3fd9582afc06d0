using System.Collections.Immutable;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// Runs one entry point abstractly: on sets of constants and objects instead of single ones, along every path that those
/// allow, into every method that it may call. What reaches a sink with data from outside is a <see cref="TaintedFlow"/>.
/// </summary>
/// <remarks>Not for more than one thread. Everything that it numbers is numbered in the order of the run, so that equal input gives equal output.</remarks>
internal sealed class Interpreter(AnalysedCode code, TaintModels models, Func<IMethodSymbol, bool> leadsToSource, Budget budget, CancellationToken cancellation)
{
    private const int DeepestCall = 24;
    private const int MostOfOneMethod = 3;

    private readonly Dictionary<(object Site, int Context, int Copy), int> _ids = [];
    private readonly Dictionary<(int Caller, object Site), int> _contexts = [];
    private readonly Dictionary<(SyntaxNode Place, SourceKinds Kind), TaintSource> _sources = [];
    private readonly Dictionary<object, int> _numbers = [];
    private readonly List<IMethodSymbol> _stack = [];
    private readonly HashSet<int> _capturedFrames = [];
    private readonly HashSet<INamedTypeSymbol> _staticTypes = new(SymbolEqualityComparer.Default);

    /// <summary>The code that is run.</summary>
    public AnalysedCode Code { get; } = code;

    /// <summary>What library members do.</summary>
    public TaintModels Models { get; } = models;

    /// <summary>What a member does; null where nothing is known.</summary>
    public MemberModel? ModelOf(MemberTarget target) => target.Symbol is { } symbol ? Code.ModelOf(Models, symbol) : Models.Of(target);

    /// <summary>How deep the calls are.</summary>
    public int Depth => _stack.Count;

    /// <summary>Whether a method may bring data from outside.</summary>
    public bool LeadsToSource(IMethodSymbol method) => leadsToSource(method);

    /// <summary>What the run may cost.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>Ends the run from outside.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The flows that were found, by sink, kind and source.</summary>
    public Dictionary<(SyntaxNode Sink, SinkKinds Kind, SyntaxNode Source), TaintedFlow> Flows { get; } = [];

    /// <summary>The bodies that were run.</summary>
    public HashSet<SyntaxNode> Entered { get; } = [];

    /// <summary>The object of a place in the code, in this chain of calls; <paramref name="copy"/> counts those of one place.</summary>
    public int IdOf(object site, int context, int copy)
    {
        var key = (site, context, copy);
        if (!_ids.TryGetValue(key, out var id))
            _ids[key] = id = _ids.Count + 100;
        return id;
    }

    /// <summary>The chain of calls that goes on at this place.</summary>
    public int ContextOf(int caller, object site)
    {
        var key = (caller, site);
        if (!_contexts.TryGetValue(key, out var context))
            _contexts[key] = context = _contexts.Count + 1;
        return context;
    }

    /// <summary>The number of the text that an operation makes.</summary>
    public int NumberOf(object site)
    {
        if (!_numbers.TryGetValue(site, out var number))
            _numbers[site] = number = _numbers.Count + 1;
        return number;
    }

    /// <summary>A source, the same one for the same place and kind.</summary>
    public TaintSource SourceAt(SyntaxNode place, SourceKinds kind, string? name)
    {
        Budget.Begin();
        if (!_sources.TryGetValue((place, kind), out var source))
            _sources[(place, kind)] = source = new TaintSource(_sources.Count + 1, place, kind, name ?? Evaluator.Short(place));
        return source;
    }

    /// <summary>Keeps a frame after its function has returned: a closure or reference holds it.</summary>
    public void Capture(int frame) => _capturedFrames.Add(frame);

    /// <summary>Runs the static initializers of a type, once.</summary>
    public State InitializeStatics(INamedTypeSymbol type, State state)
    {
        var declared = type.OriginalDefinition;
        if (!_staticTypes.Add(declared))
            return state;
        foreach (var graph in Code.InitializersOf(declared, isStatic: true, Cancellation))
            state = RunInitializer(graph, type, null, 0, state);
        var constructor = declared.StaticConstructors.FirstOrDefault();
        if (constructor is not null && Code.GraphOf(constructor, Cancellation) is not null)
        {
            var outcomes = Run(constructor, null, [], constructor, 0, 0, null, state);
            state = outcomes.Returned.Count > 0 ? outcomes.Returned.Select(static o => o.State).Aggregate(static (a, b) => a.Join(b)) : state;
        }

        return state;
    }

    /// <summary>Runs an initializer of a field or property.</summary>
    public State RunInitializer(FlowGraph graph, INamedTypeSymbol type, Value? receiver, int constructorFrame, State state)
    {
        var function = type.InstanceConstructors.FirstOrDefault() ?? type.StaticConstructors.FirstOrDefault();
        if (function is null || _stack.Count > DeepestCall)
            return state;
        var outcomes = Run(function, receiver, [], graph.Source.OriginalOperation.Syntax, 0, constructorFrame, graph, state);
        return outcomes.Returned.Count == 0 ? state : outcomes.Returned.Select(static o => o.State).Aggregate(static (a, b) => a.Join(b));
    }

    /// <summary>Runs a function.</summary>
    /// <param name="function">The method, lambda or local function, with its type arguments.</param>
    /// <param name="receiver">What it runs on; null where it is static or a closure.</param>
    /// <param name="arguments">By parameter.</param>
    /// <param name="site">The call.</param>
    /// <param name="caller">The chain of calls up to the caller.</param>
    /// <param name="around">The frame around a closure; 0 for members.</param>
    /// <param name="graph">The graph of a closure or initializer; null for members, whose graph is looked up.</param>
    /// <param name="state">What is known at the call.</param>
    public Outcomes Run(
        IMethodSymbol function, Value? receiver, IReadOnlyList<Argument> arguments, object site, int caller, int around, FlowGraph? graph, State state)
    {
        Cancellation.ThrowIfCancellationRequested();
        graph ??= Code.GraphOf(function, Cancellation);
        if (graph is null || Budget.IsSpent || IsTooDeep(function, arguments))
            return Skipped(function, receiver, arguments, state);

        Entered.Add(graph.Source.OriginalOperation.Syntax);
        var context = ContextOf(caller, site);
        var frame = IdOf(function.OriginalDefinition, context, 0);
        var info = new FrameInfo(function, around, graph, CaptureTargets.Of(graph), context);
        state = state.With(frame, new HeapObject(ObjectKind.Frame, null, Variables(function, receiver, arguments, graph.Source.OriginalOperation is Microsoft.CodeAnalysis.Operations.IFieldInitializerOperation or Microsoft.CodeAnalysis.Operations.IPropertyInitializerOperation), Tag: info)) with { Exits = ImmutableStack<int>.Empty };
        _stack.Add(function);
        var outcomes = new Activation(this, graph, frame, info).Run(state);
        _stack.RemoveAt(_stack.Count - 1);
        outcomes = Garbage.Collect(outcomes, state.Heap);
        return _capturedFrames.Contains(frame) ? outcomes : new Outcomes(Without(frame, outcomes.Returned), Without(frame, outcomes.Thrown));
    }

    private static SlotMap Variables(IMethodSymbol function, Value? receiver, IReadOnlyList<Argument> arguments, bool isInitializer)
    {
        var parameters = isInitializer ? [] : function.OriginalDefinition.Parameters.Select((p, i) => ((object)p, i < arguments.Count ? arguments[i].Value : Value.Anything));
        return SlotMap.Of(receiver is null ? parameters : [(FrameSlots.This, receiver), .. parameters]);
    }

    // A recursion that counts on constants is followed some way; one on unknown values says nothing new after a few rounds.
    private bool IsTooDeep(IMethodSymbol function, IReadOnlyList<Argument> arguments)
    {
        if (_stack.Count >= DeepestCall)
            return true;
        var same = _stack.Count(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, function.OriginalDefinition));
        return same >= (arguments.Any(static a => a.Value.IsConstant(out var constant) && constant is int) ? 4 * MostOfOneMethod : MostOfOneMethod);
    }

    // What is not followed may give whatever came in.
    private static Outcomes Skipped(IMethodSymbol function, Value? receiver, IReadOnlyList<Argument> arguments, State state)
    {
        var labels = arguments.Aggregate(receiver is null ? LabelSet.None : state.LabelsWithin(receiver), (all, a) => all.Union(state.LabelsWithin(a.Value)));
        return new Outcomes([new Outcome(function.ReturnsVoid ? Value.Something : Value.Tainted(labels, function.ReturnType), state)], []);
    }

    private static List<Outcome> Without(int frame, List<Outcome> outcomes) =>
        [.. outcomes.Select(o => o with { State = o.State with { Heap = o.State.Heap.Remove(frame) } })];
}
