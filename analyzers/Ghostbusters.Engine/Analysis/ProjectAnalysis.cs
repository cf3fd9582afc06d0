using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Taint;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What the rules say of one project.</summary>
/// <param name="Findings">In no promised order.</param>
/// <param name="Notices">Rules that failed.</param>
/// <param name="Timings">The time that each rule took, where the request asks for it.</param>
internal sealed record ProjectOutcome(ImmutableArray<Finding> Findings, ImmutableArray<Notice> Notices, ImmutableArray<RuleTiming> Timings)
{
    /// <summary>What each finding was made of; empty where the cache answered, whose findings carry their repairs.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether the cache answered.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>The time that a rule took, over all threads.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Time">Processor time, about.</param>
public sealed record RuleTiming(string RuleId, TimeSpan Time);

/// <summary>Runs the rules over one compilation.</summary>
internal static class ProjectAnalysis
{
    /// <summary>The diagnostics of our rules, and the notices for rules that threw.</summary>
    public static async Task<(ImmutableArray<Diagnostic> Found, ImmutableArray<Notice> Notices, ImmutableArray<RuleTiming> Timings)> DiagnoseAsync(
        Compilation compilation, AnalyzerOptions analyzerOptions, string project, RuleSelection selection, bool concurrent, bool timed, CancellationToken cancellation)
    {
        var failures = new ConcurrentDictionary<string, Notice>(StringComparer.Ordinal);
        var rules = selection.CreateRules();
        if (rules.IsEmpty)
            return ([], [], []);

        var options = new CompilationWithAnalyzersOptions(
            analyzerOptions,
            (exception, rule, diagnostic) => failures.TryAdd(
                rule.SupportedDiagnostics[0].Id,
                Notice.RuleFailed(rule.SupportedDiagnostics[0].Id, $"{exception.GetType().Name} in project {project}: {FirstLine(exception.Message)}{Where(exception)}")),
            concurrent, logAnalyzerExecutionTime: timed, reportSuppressedDiagnostics: true);
        var result = await compilation.WithAnalyzers(rules, options).GetAnalysisResultAsync(cancellation).ConfigureAwait(false);
        var found = result.GetAllDiagnostics().Where(d => d.Location.IsInSource && selection.Contains(d.Id) && d.Severity != DiagnosticSeverity.Hidden);
        var timings = result.AnalyzerTelemetryInfo.Where(_ => timed).Select(static t => new RuleTiming(t.Key.SupportedDiagnostics[0].Id, t.Value.ExecutionTime));
        return ([.. found], [.. failures.OrderBy(static f => f.Key, StringComparer.Ordinal).Select(static f => f.Value), .. CutFlows(compilation, project)], [.. timings]);
    }

    // Data from outside is followed up to a number of steps, from each entry point and in all.
    private static IEnumerable<Notice> CutFlows(Compilation compilation, string project)
    {
        var cut = SharedTaintAnalysis.CutIn(compilation);
        if (cut.IsEmpty)
            yield break;
        var first = cut[0].GetLocation().GetLineSpan();
        yield return Notice.NotAnalysed(
            project, FormattableString.Invariant($"data from outside was followed only up to the limit of steps from {cut.Length} of its entry points, the first in {first.Path}({first.StartLinePosition.Line + 1})"),
            "Flows behind the limit are not told; smaller methods and fewer implementations of one interface are followed further.", isPartial: false);
    }

    /// <summary>What the rules find in one project.</summary>
    public static async Task<ProjectOutcome> DetectAsync(LoadedProject project, AnalysisRequest request, CancellationToken cancellation)
    {
        var options = EngineOptions.Of(project, request.Today, request.Rules.Team);
        var (found, notices, timings) = await DiagnoseAsync(
            project.Compilation, options, project.Name, request.Rules, request.Threads > 1, request.TimeRules, cancellation).ConfigureAwait(false);
        if (request.Floor is { } floor)
            found = [.. found.Where(d => floor.Contains(d.Id) || !RuleFloor.IsTakenForGenerated(d.Location.SourceTree!, project.Options, cancellation))];
        var factory = new FindingFactory(project.Compilation, project.Name, request.Floor);
        return new ProjectOutcome([.. found.Select(factory.Create)], notices, timings) { Diagnostics = found };
    }

    // The innermost frame is what a report of the failure needs first.
    private static string Where(Exception exception) =>
        exception.StackTrace is { Length: > 0 } trace ? " (" + FirstLine(trace.TrimStart()) + ")" : "";

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
