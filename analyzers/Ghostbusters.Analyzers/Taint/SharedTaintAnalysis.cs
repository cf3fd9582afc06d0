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
    private static readonly ConditionalWeakTable<Compilation, Lazy<TaintAnalysis>> Known = new();

    /// <summary>The entry points whose run was cut short; empty where no rule asked for the analysis.</summary>
    public static ImmutableArray<SyntaxNode> CutIn(Compilation compilation) =>
        Known.TryGetValue(compilation, out var shared) && shared.IsValueCreated ? shared.Value.Cut : [];

    /// <summary>Finds it, or runs it.</summary>
    public static TaintAnalysis Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var shared = Known.GetValue(compilation, c => new Lazy<TaintAnalysis>(() => Run(c, cancellation), LazyThreadSafetyMode.ExecutionAndPublication));
        try
        {
            return shared.Value;
        }
        catch (OperationCanceledException)
        {
            // The caller that ran it gave up: the next one starts anew.
            Known.Remove(compilation);
            throw;
        }
    }

    private static TaintAnalysis Run(Compilation compilation, CancellationToken cancellation) =>
        TaintAnalysis.Of(compilation, TaintModels.BuiltIn, ShippedCode.Of(compilation).Contains, cancellation);
}
