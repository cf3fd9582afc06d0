using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>The analysis of a compilation, run once for all rules that read it.</summary>
internal static class SharedTaintAnalysis
{
    // By what the team's models say: an IDE asks about one compilation again when only they changed.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, Lazy<TaintAnalysis>>> Known = new();

    /// <summary>The entry points whose run was cut short; empty where no rule asked for the analysis.</summary>
    public static ImmutableArray<SyntaxNode> CutIn(Compilation compilation) =>
        Known.TryGetValue(compilation, out var shared) ? [.. shared.Values.Where(static a => a.IsValueCreated).SelectMany(static a => a.Value.Cut).Distinct()] : [];

    /// <summary>Finds it, or runs it.</summary>
    public static TaintAnalysis Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var files = TeamModels.FilesOf(options).Select(file => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? "")).ToList();
        var known = Known.GetValue(compilation, static _ => new ConcurrentDictionary<string, Lazy<TaintAnalysis>>(StringComparer.Ordinal));
        var models = string.Concat(files.Select(static file => file.Text + "\0"));
        var shared = known.GetOrAdd(models, _ => new Lazy<TaintAnalysis>(() => Run(compilation, ModelsOf(files), cancellation), LazyThreadSafetyMode.ExecutionAndPublication));
        try
        {
            return shared.Value;
        }
        catch (OperationCanceledException)
        {
            // The caller that ran it gave up: the next one starts anew.
            known.TryRemove(models, out _);
            throw;
        }
    }

    private static TaintAnalysis Run(Compilation compilation, TaintModels models, CancellationToken cancellation) =>
        TaintAnalysis.Of(compilation, models, ShippedCode.Of(compilation).Contains, cancellation);

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
