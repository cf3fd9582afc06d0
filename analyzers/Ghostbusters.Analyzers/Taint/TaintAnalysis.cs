using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>All flows of a compilation from a source to a sink.</summary>
internal sealed class TaintAnalysis
{
    private TaintAnalysis(ImmutableArray<TaintedFlow> flows, ImmutableArray<SyntaxNode> cut) => (Flows, Cut) = (flows, cut);

    /// <summary>The flows, in the order of their sinks.</summary>
    public ImmutableArray<TaintedFlow> Flows { get; }

    /// <summary>The entry points whose run was cut short, because it cost too much.</summary>
    public ImmutableArray<SyntaxNode> Cut { get; }

    /// <summary>Runs every entry point.</summary>
    /// <param name="code">The code.</param>
    /// <param name="models">What library members do.</param>
    /// <param name="counted">Which flows matter.</param>
    /// <param name="files">What the files name whose entry points are run.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="cancellation">Ends it.</param>
    public static TaintAnalysis Of(AnalysedCode code, TaintModels models, CountedPairs counted, IEnumerable<FileFacts> files, TaintLimits limits, CancellationToken cancellation)
    {
        var entered = new HashSet<SyntaxNode>();
        var flows = new Dictionary<(SyntaxNode, SinkKinds, SyntaxNode), TaintedFlow>();
        var cut = ImmutableArray.CreateBuilder<SyntaxNode>();
        var left = limits.InAll;
        var entries = new EntryPoints(code, models, counted, files);
        foreach (var (body, isRemote) in entries.Bodies(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (entered.Contains(body) && !EntryParameters.AreSources(code, body, models, cancellation))
                continue;
            var budget = new Budget(Math.Min(isRemote ? limits.OfAnEntryPoint : limits.OfALocalOne, left), limits.BeforeData);
            var interpreter = new Interpreter(code, models, entries.LeadsToSource, budget, cancellation);
            EntryRun.Start(interpreter, body, isPublicApi: !entries.IsCalled(body));
            left -= budget.Spent;
            entered.UnionWith(interpreter.Entered);
            if (budget.IsSpent)
                cut.Add(body);
            var isShipped = entries.IsShipped(body);
            foreach (var pair in interpreter.Flows)
            {
                // What a test hands to the code that it tests is no attack on it.
                if (!isShipped && entries.IsShipped(pair.Key.Sink))
                    continue;
                if (!flows.TryGetValue(pair.Key, out var known) || known.Path.Length > pair.Value.Path.Length)
                    flows[pair.Key] = pair.Value with { IsShipped = isShipped };
            }
        }

        return new TaintAnalysis(
            [.. flows.Values.OrderBy(static f => f.Sink.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static f => f.Sink.SpanStart).ThenBy(static f => f.Kind).ThenBy(static f => f.Source.Place.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static f => f.Source.Place.SpanStart)],
            cut.ToImmutable());
    }
}
