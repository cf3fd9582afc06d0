using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// One call of one function: follows the states block by block. States that differ in the constants of local variables are
/// followed apart, so that a later branch on the same variable goes the way that it must; past a limit they are joined.
/// </summary>
internal sealed class Activation
{
    private const int MostWaiting = 8;
    private const int MostVisits = 72;

    // A loop whose end the constants do not tell says nothing new after a few rounds.
    private const int MostOpenRounds = 8;

    private readonly Interpreter _interpreter;
    private readonly FlowGraph _graph;
    private readonly int _frame;
    private readonly Evaluator _evaluator;
    private readonly List<(State State, int Signature)>?[] _waiting;
    private readonly List<State>?[] _visited;
    private readonly State?[] _widened;
    private readonly int[] _openRounds;
    private readonly Outcomes _outcomes = Outcomes.New();
    private int _first;

    public Activation(Interpreter interpreter, FlowGraph graph, int frame, FrameInfo info)
    {
        (_interpreter, _graph, _frame) = (interpreter, graph, frame);
        _evaluator = new Evaluator(interpreter, frame, info);
        _waiting = new List<(State, int)>?[graph.Count];
        _visited = new List<State>?[graph.Count];
        _widened = new State?[graph.Count];
        _openRounds = new int[graph.Count];
    }

    /// <summary>Follows the function from its entry.</summary>
    public Outcomes Run(State entry)
    {
        Arrive(_graph.Entry, entry);
        while (Next() is var block and >= 0)
        {
            var (state, _) = _waiting[block]![0];
            _waiting[block]!.RemoveAt(0);
            if (_interpreter.Budget.IsSpent)
                break;
            (_visited[block] ??= []).Add(state);
            Follow(block, state);
        }

        return Ended();
    }

    // Blocks come in source order: a loop is followed to its end before what stands behind it.
    private int Next()
    {
        for (; _first < _waiting.Length; _first++)
        {
            if (_waiting[_first] is { Count: > 0 })
                return _first;
        }

        return -1;
    }

    private Outcomes Ended()
    {
        var outcomes = _outcomes;
        if (_evaluator.YieldedStates.Count > 0 && outcomes.Returned.Count == 0)
        {
            // An iterator without end: its caller stops somewhere.
            var state = _evaluator.YieldedStates.Aggregate(static (a, b) => a.Join(b));
            outcomes.Returned.Add(new Outcome(state.Read(new Place(_frame, FrameSlots.Yielded)), state));
        }

        return outcomes.Condensed();
    }

    private void Arrive(int block, State state)
    {
        if (block == _graph.Exit || block == _graph.ExceptionalExit)
        {
            var isReturn = block == _graph.Exit;
            var slot = !isReturn ? FrameSlots.Exception : _evaluator.IsIterator ? FrameSlots.Yielded : FrameSlots.Result;
            var result = state[_frame].Slots.TryGetValue(slot, out var value) ? value : Value.Something;
            (isReturn ? _outcomes.Returned : _outcomes.Thrown).Add(new Outcome(result, state));
            return;
        }

        state = Pruned(block, state);
        var visited = _visited[block];
        if (visited is not null && visited.Exists(v => v.Exits == state.Exits && v.Covers(state, _frame)))
            return;
        var waiting = _waiting[block] ??= [];
        if (visited is { Count: >= MostVisits } || _openRounds[block] >= MostOpenRounds)
        {
            state = _widened[block] is { } wide && wide.Exits == state.Exits ? wide.Join(state, _frame) : state;
            _widened[block] = state;
        }

        var signature = Signature(state);
        var at = waiting.FindIndex(w => w.State.Exits == state.Exits && w.Signature == signature);
        if (at < 0 && waiting.Count >= MostWaiting)
            at = waiting.FindIndex(w => w.State.Exits == state.Exits);
        if (at < 0)
        {
            waiting.Add((state, signature));
        }
        else
        {
            var joined = waiting[at].State.Join(state, _frame);
            waiting[at] = (joined, Signature(joined));
        }

        _first = Math.Min(_first, block);
    }

    // Captures live within a region; a stale one would keep states apart for nothing.
    private State Pruned(int block, State state)
    {
        var frame = state[_frame];
        var slots = frame.Slots;
        foreach (var pair in frame.Slots)
        {
            if (pair.Key is CaptureId id && !IsLive(id, _graph.Blocks[block].EnclosingRegion))
                slots = slots.Remove(pair.Key);
        }

        return ReferenceEquals(slots, frame.Slots) ? state : state.With(_frame, frame with { Slots = slots });
    }

    private static bool IsLive(CaptureId id, ControlFlowRegion? region)
    {
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region.CaptureIds.Contains(id))
                return true;
        }

        return false;
    }

    private int Signature(State state)
    {
        var hash = 0;
        foreach (var pair in state[_frame].Slots)
        {
            if (pair.Key is string or IParameterSymbol { RefKind: not RefKind.None })
                continue;
            foreach (var id in pair.Value.Objects)
                hash ^= Mixed(SlotComparer.Instance.GetHashCode(pair.Key), id);
            foreach (var constant in pair.Value.Constants)
            {
                if (constant is not null)
                    hash ^= Mixed(SlotComparer.Instance.GetHashCode(pair.Key), ~constant.GetHashCode());
            }
        }

        return hash;
    }

    // Symbols hash by chance: numbers that are close to each other must not meet in one run and differ in the next.
    private static int Mixed(int slot, int content)
    {
        var mixed = unchecked(((ulong)(uint)slot << 32 | (uint)content) * 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL);
        return unchecked((int)(mixed >> 32));
    }

    private void Follow(int block, State state)
    {
        _evaluator.Choices.Clear();
        do
        {
            _evaluator.Begin(state);
            foreach (var operation in _graph.Blocks[block].Operations)
            {
                _evaluator.Evaluate(operation);
                if (_evaluator.IsDead)
                    break;
            }

            var value = !_evaluator.IsDead && _graph.Blocks[block].BranchValue is { } branch ? _evaluator.Evaluate(branch) : null;
            Leave(block, value);
        }
        while (_evaluator.Choices.Advance() && !_interpreter.Budget.IsSpent);
    }

    private void Leave(int block, Value? value)
    {
        var after = _evaluator.State;
        if (value is not null && value.MayBe(true) && value.MayBe(false) && _graph.IsRepeated(block))
            _openRounds[block]++;
        if (!_evaluator.IsDead)
        {
            foreach (var edge in _graph.Successors(block))
            {
                if (edge.Kind != EdgeKind.Exception && !FlowEdges.Raises(edge))
                    Take(edge, after, value, block);
            }

            if (_graph.Successors(block).Any(static e => e.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow))
            {
                var thrown = value ?? after.Read(new Place(_frame, FrameSlots.Exception));
                _evaluator.Raise(thrown, after);
            }
        }

        var resuming = _graph.Successors(block).Where(static e => e.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && e.Kind == EdgeKind.Resume).ToList();
        if (!_evaluator.IsDead && resuming.Count > 0 && !after.Exits.IsEmpty && resuming.Exists(e => FlowEdges.Raises(e) && e.Origin == after.Exits.Peek()))
            RouteException(resuming, after.Read(new Place(_frame, FrameSlots.Exception)), after, resumes: true);
        foreach (var (exception, state) in _evaluator.Raised)
            RouteException([.. _graph.Successors(block).Where(static e => e.Kind == EdgeKind.Exception || (e.Kind != EdgeKind.Resume && FlowEdges.Raises(e)))], exception, state, resumes: false);
    }

    private void Take(FlowEdge edge, State state, Value? value, int block)
    {
        if (edge.Kind is EdgeKind.WhenTrue or EdgeKind.WhenFalse)
        {
            var answer = edge.Kind == EdgeKind.WhenTrue;
            if (value is null || !value.MayBe(answer))
                return;
            if (_evaluator.Refine(_graph.Blocks[block].BranchValue!, value, answer, state) is not { } refined)
                return;
            state = refined;
        }

        if (edge.Kind == EdgeKind.Resume)
        {
            if (state.Exits.IsEmpty || edge.Origin != state.Exits.Peek())
                return;
            state = state with { Exits = state.Exits.Pop() };
        }

        if (edge.Semantics == ControlFlowBranchSemantics.Return && edge.From == block && edge.Kind != EdgeKind.Resume && value is not null)
            state = state.Write(new Place(_frame, FrameSlots.Result), value, isSure: true);
        if (IsStartOfFinally(edge.To) && !IsWithin(edge.From, edge.To))
            state = state with { Exits = state.Exits.Push(edge.Origin) };
        Arrive(edge.To, state);
    }

    private void RouteException(IReadOnlyList<FlowEdge> edges, Value exception, State state, bool resumes)
    {
        var types = _evaluator.TypesOf(exception, state);
        if (resumes)
            state = state with { Exits = state.Exits.Pop() };
        state = state.Write(new Place(_frame, FrameSlots.Exception), exception, isSure: true);
        foreach (var edge in edges.OrderBy(static e => e.To))
        {
            if (edge.To != _graph.ExceptionalExit && HandlerAt(edge.To) is { } handler)
            {
                if (handler.Kind == ControlFlowRegionKind.Finally)
                {
                    Arrive(edge.To, state with { Exits = state.Exits.Push(edge.To) });
                    return;
                }

                if (types.Count > 0 && !types.Exists(t => Throwing.MayCatch(handler, t)))
                    continue;
                Arrive(edge.To, state);
                if (types.Count > 0 && types.TrueForAll(t => Throwing.Catches(handler, t)))
                    return;
                continue;
            }

            Arrive(edge.To, state);
        }
    }

    private ControlFlowRegion? HandlerAt(int block)
    {
        for (var region = _graph.Blocks[block].EnclosingRegion; region is not null && region.FirstBlockOrdinal == block; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
                return region;
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                return region;
        }

        return null;
    }

    private bool IsStartOfFinally(int block) =>
        block < _graph.Blocks.Length && FinallyAt(block)?.FirstBlockOrdinal == block;

    private bool IsWithin(int block, int startOfFinally) =>
        FinallyAt(startOfFinally) is { } region && block >= region.FirstBlockOrdinal && block <= region.LastBlockOrdinal;

    private ControlFlowRegion? FinallyAt(int block)
    {
        var region = _graph.Blocks[block].EnclosingRegion;
        while (region is not null && !(region.Kind == ControlFlowRegionKind.Finally && region.FirstBlockOrdinal == block))
            region = region.Kind == ControlFlowRegionKind.Root ? null : region.EnclosingRegion;
        return region;
    }
}
