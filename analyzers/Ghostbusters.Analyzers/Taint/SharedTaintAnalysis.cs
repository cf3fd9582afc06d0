using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>The analysis of a compilation, run once for all rules that read it.</summary>
internal sealed class SharedTaintAnalysis
{
    // By what the team's models and settings say: an IDE asks about one compilation again when only they changed.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, SharedTaintAnalysis>> Known = new();

    private readonly AnalysedCode _code;
    private readonly ShippedCode _shipped;
    private readonly TaintModels _models;
    private readonly CountedPairs _counted;
    private readonly ConcurrentDictionary<SyntaxTree, FileFacts> _files = new();
    private readonly ConcurrentDictionary<SyntaxTree, TaintAnalysis> _live = new();
    private readonly object _running = new();
    private TaintAnalysis? _result;

    private SharedTaintAnalysis(Compilation compilation, TaintModels models, CountedPairs counted) =>
        (_code, _shipped, _models, _counted) = (new AnalysedCode(compilation), ShippedCode.Of(compilation), models, counted);

    /// <summary>The analysis of a compilation, not yet run.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="options">May hold a team's models.</param>
    /// <param name="cancellation">Ends it.</param>
    public static SharedTaintAnalysis Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var files = TeamModels.FilesOf(options).Select(file => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? "")).ToList();
        var counted = CountedFlows.In(compilation, options.AnalyzerConfigOptionsProvider);
        return Known.GetValue(compilation, static _ => new ConcurrentDictionary<string, SharedTaintAnalysis>(StringComparer.Ordinal))
            .GetOrAdd(string.Concat(files.Select(static file => file.Text + "\0")) + counted, _ => new SharedTaintAnalysis(compilation, ModelsOf(files), counted));
    }

    /// <summary>The entry points whose run was cut short; empty where no rule asked for the analysis.</summary>
    public static ImmutableArray<SyntaxNode> CutIn(Compilation compilation) =>
        Known.TryGetValue(compilation, out var shared) ? [.. shared.Values.SelectMany(static a => a._result?.Cut ?? []).Distinct()] : [];

    /// <summary>Reads a file while the compiler's own model of it is at hand: to bind all bodies once more costs as much as to compile them.</summary>
    public void Read(SemanticModel file, CancellationToken cancellation)
    {
        _code.Keep(file);
        _files.GetOrAdd(file.SyntaxTree, _ => FactsOf(file, cancellation));
    }

    /// <summary>Runs it, or waits for whoever does.</summary>
    public TaintAnalysis Result(CancellationToken cancellation)
    {
        lock (_running)
            return _result ??= TaintAnalysis.Of(_code, _models, _counted, Files(cancellation), TaintLimits.Of(_code.Compilation), cancellation);
    }

    /// <summary>The flows from the entry points of one file, for an editor: the data may pass through other files, but whoever calls from there is not asked.</summary>
    public TaintAnalysis Within(SemanticModel file, CancellationToken cancellation) => _live.GetOrAdd(
        file.SyntaxTree, _ => TaintAnalysis.Of(_code, _models, _counted, [_files.GetOrAdd(file.SyntaxTree, _ => FactsOf(file, cancellation))], TaintLimits.Live, cancellation));

    // A rule that is off in a file did not read it there.
    private IEnumerable<FileFacts> Files(CancellationToken cancellation) =>
        _code.Compilation.SyntaxTrees.Select(tree => _files.GetOrAdd(tree, t => FactsOf(_code.FileOf(t)!, cancellation)));

    private FileFacts FactsOf(SemanticModel file, CancellationToken cancellation) =>
        FileFacts.Of(file, _shipped.Contains(file.SyntaxTree), _code, _models, cancellation);

    private static TaintModels ModelsOf(List<(string Path, string Text)> files)
    {
        var models = TaintModels.BuiltIn;
        foreach (var (path, text) in files)
        {
            try
            {
                models = models.With(TeamModels.Read(path, text));
            }
            catch (ModelFormatException)
            {
                // SettingNotRead tells it in a build, and the engine ends before any rule runs. The built-in models hold.
            }
        }

        return models;
    }
}
