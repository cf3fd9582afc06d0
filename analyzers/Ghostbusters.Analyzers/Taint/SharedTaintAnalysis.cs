using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>The analysis of a compilation, run once for all rules that read it.</summary>
internal sealed class SharedTaintAnalysis
{
    private static readonly ConditionalWeakTable<Compilation, SharedTaintAnalysis> Known = new();

    private readonly AnalysedCode _code;
    private readonly ShippedCode _shipped;
    private readonly ConcurrentDictionary<SyntaxTree, FileFacts?> _files = new();
    private readonly object _running = new();
    private TaintAnalysis? _result;

    private SharedTaintAnalysis(Compilation compilation) => (_code, _shipped) = (new AnalysedCode(compilation), ShippedCode.Of(compilation));

    /// <summary>The analysis of a compilation, not yet run.</summary>
    public static SharedTaintAnalysis Of(Compilation compilation) => Known.GetValue(compilation, static c => new SharedTaintAnalysis(c));

    /// <summary>The entry points whose run was cut short; empty where no rule asked for the analysis.</summary>
    public static ImmutableArray<SyntaxNode> CutIn(Compilation compilation) =>
        Known.TryGetValue(compilation, out var shared) ? shared._result?.Cut ?? [] : [];

    /// <summary>Reads a file while the compiler's own model of it is at hand: to bind all bodies once more costs as much as to compile them.</summary>
    public void Read(SemanticModel file, CancellationToken cancellation) => _files.GetOrAdd(file.SyntaxTree, _ => FactsOf(file, cancellation));

    /// <summary>Runs it, or waits for whoever does.</summary>
    public TaintAnalysis Result(CancellationToken cancellation)
    {
        lock (_running)
            return _result ??= TaintAnalysis.Of(_code, TaintModels.BuiltIn, Files(cancellation), cancellation);
    }

    // A rule that is off in a file did not read it there.
    private IEnumerable<FileFacts> Files(CancellationToken cancellation) =>
        _code.Compilation.SyntaxTrees.Select(tree => _files.GetOrAdd(tree, t => FactsOf(_code.FileOf(t)!, cancellation))).OfType<FileFacts>();

    private FileFacts? FactsOf(SemanticModel file, CancellationToken cancellation) =>
        _shipped.Contains(file.SyntaxTree) ? FileFacts.Of(file, _code, TaintModels.BuiltIn, cancellation) : null;
}
