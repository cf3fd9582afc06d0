using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Tests.Flow;

/// <summary>
/// The oracle is the machine: random programs are compiled and run, and what they did must be what the analysis allows.
/// FsCheck prints the seed of a failure.
/// </summary>
public class FlowSoundnessTests
{
    private const int RaisedByCall = -1;

    private static readonly Arbitrary<Batch> Batches = Arb.From(
        Gen.Choose(0, 240).ArrayOf(100).ArrayOf(80).Select(static programs => new Batch(programs)), static batch => batch.Smaller());

    /// <summary>All programs of a batch are one assembly: to compile and load one is what takes the time.</summary>
    [Fact]
    public void WhatProgramsDo_IsWhatTheAnalysisAllows() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1), Prop.ForAll(Batches, Agree));

    private static void Agree(Batch batch)
    {
        var programs = batch.Programs.Select(static (choices, i) => RandomProgram.Write($"P{i}", choices)).ToArray();
        var compilation = TestCompilation.Of([.. programs, RandomProgram.Recorder]);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(image);
            for (var i = 0; i < programs.Length; i++)
                Agrees(assembly, $"P{i}", Analysed.Of(compilation, $"P{i}"), programs[i]);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Agrees(Assembly assembly, string name, Analysed analysed, string code)
    {
        for (var input = 0; input < 8; input++)
        {
            var run = Run(assembly, name, input);
            var complaint = analysed.Complaint(run);
            Assert.True(complaint is null, $"{complaint}\nTrace: {string.Join(" ", run.Keys)}\n{code}");
        }
    }

    private static Run Run(Assembly assembly, string name, int input)
    {
        var recorder = assembly.GetType("T")!;
        var keys = (List<int>)recorder.GetField("Keys")!.GetValue(null)!;
        var values = (List<object?>)recorder.GetField("Values")!.GetValue(null)!;
        var bits = (Queue<bool>)recorder.GetField("Bits")!.GetValue(null)!;
        keys.Clear();
        values.Clear();
        bits.Clear();
        for (var i = 0; i < 24; i++)
            bits.Enqueue(((input * 2654435761L) >> i & 1) == 1);
        object?[] arguments = [input % 2 == 0, input - 2, input % 3 == 0 ? null : "x"];
        try
        {
            var returned = assembly.GetType(name)!.GetMethod("M")!.Invoke(null, arguments);
            return new Run([.. keys], [.. values], returned);
        }
        catch (TargetInvocationException e) when (e.InnerException!.GetType().Name is "E1" or "E2")
        {
            return new Run([.. keys], [.. values], null);
        }
    }

    /// <summary>The analysis of one program, and where its marks stand.</summary>
    private sealed class Analysed
    {
        private readonly FlowGraph _graph;
        private readonly ValueAnalysis _values;
        private readonly DominatorTree _dominators;
        private readonly DominatorTree _toExit;
        private readonly ImmutableArray<CatchPath> _catches;
        private readonly Dictionary<int, (int Block, IInvocationOperation Call)> _marks = [];
        private readonly Dictionary<int, List<int>> _keysOf = [];

        private Analysed(FlowGraph graph)
        {
            _graph = graph;
            _values = ValueAnalysis.Of(graph, CancellationToken.None);
            _dominators = DominatorTree.Of(graph, _values.IsFeasible);
            _toExit = DominatorTree.ToExit(graph, _values.IsFeasible);
            _catches = [.. CatchPath.Of(graph, _values, CancellationToken.None)];
            for (var block = 0; block < graph.Blocks.Length; block++)
            {
                foreach (var call in graph.OperationsOf(block).OfType<IInvocationOperation>().Where(static c => c.TargetMethod.Name is "At" or "V"))
                {
                    var key = (int)call.Arguments[0].Value.ConstantValue.Value!;
                    _marks[key] = (block, call);
                    if (!_keysOf.TryGetValue(block, out var keys))
                        _keysOf[block] = keys = [];
                    keys.Add(key);
                }
            }
        }

        public static Analysed Of(Compilation compilation, string name)
        {
            var declaration = compilation.GetTypeByMetadataName(name)!.GetMembers("M").Single().DeclaringSyntaxReferences.Single();
            return new Analysed(FlowGraph.Of(declaration.GetSyntax(), compilation.GetSemanticModel(declaration.SyntaxTree), CancellationToken.None)!);
        }

        public string? Complaint(Run run)
        {
            var marked = run.Keys.Zip(run.Values).Where(static e => e.First != RaisedByCall).ToList();
            var keys = marked.Select(static e => e.First).ToList();
            return marked.Select(e => ValueComplaint(e.First, e.Second)).FirstOrDefault(static c => c is not null)
                ?? Enumerable.Range(0, keys.Count).Select(i => StepComplaint(keys[i], i + 1 < keys.Count ? keys[i + 1] : null, run.Returned is not null)).FirstOrDefault(static c => c is not null)
                ?? DominatorComplaint(keys, run.Returned is not null)
                ?? _catches.Select(c => CatchComplaint(c, run)).FirstOrDefault(static c => c is not null);
        }

        private string? ValueComplaint(int key, object? value)
        {
            var (block, call) = _marks[key];
            if (!_values.IsReachable(block))
                return $"{key} ran and is held to be unreachable.";
            if (call.TargetMethod.Name != "V")
                return null;
            var claimed = _values.At(call.Arguments[1].Value);
            return claimed switch
            {
                { Kind: FlowValueKind.Constant } when !Equals(claimed.Constant, value) => $"{key} is {value ?? "null"}, claimed is {claimed.Constant ?? "null"}.",
                { IsNotNull: true } when value is null => $"{key} is null.",
                { IsNotNegative: true } when value is < 0 => $"{key} is {value}.",
                _ => null,
            };
        }

        private string? StepComplaint(int from, int? to, bool returned)
        {
            var block = _marks[from].Block;
            var siblings = _keysOf[block];
            var isLast = siblings[^1] == from;
            if (!isLast && to == siblings[siblings.IndexOf(from) + 1])
                return null;
            var target = to is { } key ? _marks[key].Block : returned ? _graph.Exit : _graph.ExceptionalExit;
            if (to is { } next && _keysOf[target][0] != next)
                return $"{from} to {next}: into the middle of a block.";
            var starts = _graph.Successors(block).Where(e => _values.IsFeasible(e) && (isLast || e.Kind == EdgeKind.Exception)).Select(static e => e.To).ToList();
            var silent = starts.Where(s => !_keysOf.ContainsKey(s)).ToList();
            var reached = Reachability.From(_graph, silent, _values.IsFeasible, _keysOf.ContainsKey);
            return starts.Contains(target) || reached.Contains(target) ? null : $"{from} to {(to is null ? "the end" : to)}: no such way.";
        }

        private string? DominatorComplaint(List<int> keys, bool returned)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                var block = _marks[keys[i]].Block;
                foreach (var (other, marks) in _keysOf.Where(k => k.Key != block))
                {
                    if (_dominators.Dominates(other, block) && !keys.Take(i).Any(marks.Contains))
                        return $"{keys[i]} ran without its dominator {marks[0]}.";
                    if (returned && _toExit.Dominates(other, block) && !keys.Skip(i).Any(marks.Contains))
                        return $"{keys[i]} ran and returned without its post-dominator {marks[0]}.";
                }
            }

            return null;
        }

        // From each time that the catch was entered: to its next try, or to the end, unless a call threw on the way.
        private string? CatchComplaint(CatchPath path, Run run)
        {
            if (!_keysOf.TryGetValue(path.Handler.FirstBlockOrdinal, out var first))
                return null;
            var body = path.Handler.EnclosingRegion!;
            while (body.Kind != Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowRegionKind.TryAndCatch)
                body = body.EnclosingRegion!;
            var again = body.NestedRegions[0];
            for (var i = 0; i < run.Keys.Length; i++)
            {
                if (run.Keys[i] != first[0])
                    continue;
                var way = run.Keys.Skip(i + 1).TakeWhile(k => k != RaisedByCall && !IsIn(k)).ToList();
                var stop = i + 1 + way.Count;
                if (way.FirstOrDefault(k => !path.Blocks.Contains(_marks[k].Block), RaisedByCall) is >= 0 and var missed)
                    return $"{missed} ran after the catch at {first[0]} and is not on its ways.";
                if (stop < run.Keys.Length && run.Keys[stop] != RaisedByCall && !path.Retries)
                    return $"The catch at {first[0]} did retry.";
                if (stop == run.Keys.Length && run.Returned is not null
                    && !path.Outcomes.Any(o => o.Value.Kind != FlowValueKind.Constant || Equals(o.Value.Constant, run.Returned)))
                {
                    return $"The catch at {first[0]} ended with {run.Returned}.";
                }
            }

            return null;

            bool IsIn(int key) => key != RaisedByCall && _marks[key].Block >= again.FirstBlockOrdinal && _marks[key].Block <= again.LastBlockOrdinal;
        }
    }
}

/// <summary>Programs that are compiled together, each as its choices.</summary>
internal sealed class Batch(int[][] programs)
{
    /// <summary>The choices of each.</summary>
    public int[][] Programs { get; } = programs;

    /// <summary>One half of the programs; of one program, all choices but some.</summary>
    public IEnumerable<Batch> Smaller()
    {
        if (Programs.Length > 1)
            return [new(Programs[..(Programs.Length / 2)]), new(Programs[(Programs.Length / 2)..])];
        return from program in Programs
               from size in new[] { 32, 8, 2, 1 }
               from start in Enumerable.Range(0, program.Length / size)
               select new Batch([[.. program.Take(start * size), .. program.Skip((start + 1) * size)]]);
    }

    /// <summary>Not the choices: the complaint shows the program that they spell.</summary>
    public override string ToString() => $"{Programs.Length} programs";
}

/// <summary>What one run of a program did.</summary>
/// <param name="Keys">The marks that it passed.</param>
/// <param name="Values">The values at the marks.</param>
/// <param name="Returned">The result; null where an exception came out.</param>
internal sealed record Run(ImmutableArray<int> Keys, ImmutableArray<object?> Values, object? Returned);
