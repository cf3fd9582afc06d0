using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>The engine: from a tree of files to findings, repairs, notices and a score. Nothing of the analysed code is executed.</summary>
public static class CodeAnalysis
{
    /// <summary>Analyses a tree, phase by phase: detecting, validating, planning, recovering, revalidating, reporting.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ConfigurationException">The request cannot be carried out: an entry point that is not there, say.</exception>
    public static async Task<AnalysisResult> RunAsync(AnalysisRequest request, CancellationToken cancellation = default)
    {
        var (name, meter) = (request.Tree.Name, new ProgressMeter(request.Progress, request.ProveFixes));
        meter.Begin(AnalysisPhase.Detecting, 0, name);
        var solution = ProjectLoader.Load(request.Tree, request.Load, cancellation);
        var projects = request.Part is { } part ? [solution.Projects[part]] : solution.Projects;
        if (request.Floor is { } floor)
            projects = [.. projects.Select(project => RuleFloor.Over(project, floor))];
        meter.Begin(AnalysisPhase.Detecting, projects.Length, name);
        var outcomes = await DetectAsync(projects, request, meter, cancellation).ConfigureAwait(false);
        var texts = Texts(solution);

        meter.Begin(AnalysisPhase.Validating, outcomes.Sum(static o => o.Findings.Length), name);
        outcomes = [.. outcomes.Select(outcome => FindingValidation.Of(outcome, path => texts.TryGetValue(path, out var text) ? text.Lines.Count : null, meter.Step))];
        if (request.ProveFixes)
            outcomes = await RecoverAsync(projects, outcomes, request, meter, cancellation).ConfigureAwait(false);
        for (var i = 0; i < outcomes.Length; i++)
            request.Cache?.Keep(projects[i], request, outcomes[i]);

        meter.Begin(AnalysisPhase.Reporting, 1, name);
        var findings = FindingOrder.Arrange(outcomes.SelectMany(static o => o.Findings));
        var notices = FindingOrder.Arrange(solution.Notices.Concat(outcomes.SelectMany(static o => o.Notices)));
        var coverage = new Coverage(Math.Max(solution.FilesFound, texts.Count), texts.Count, texts.Values.Sum(static t => (long)t.Lines.Count), solution.Projects.Length);
        var result = new AnalysisResult
        {
            Target = name,
            Findings = findings,
            Notices = notices,
            Coverage = coverage,
            Score = ConfidenceScore.Of(findings.Where(static f => f.Suppression is null), notices, coverage, RulePrecision.Of),
            RecoveryActions = request.ProveFixes ? RecoveryActions.Of(findings, texts.GetValueOrDefault) : [],
            Timings = RuleTimings.Sum(outcomes.SelectMany(static o => o.Timings)),
        };
        meter.End(name);
        return result;
    }

    /// <summary>How many projects a tree has: so many values <see cref="AnalysisRequest.Part"/> can have.</summary>
    public static int CountProjects(AnalysisRequest request, CancellationToken cancellation = default) =>
        ProjectLoader.Load(request.Tree, request.Load, cancellation).Projects.Length;

    private static async Task<ImmutableArray<ProjectOutcome>> DetectAsync(
        ImmutableArray<LoadedProject> projects, AnalysisRequest request, ProgressMeter meter, CancellationToken cancellation)
    {
        var outcomes = new ProjectOutcome[projects.Length];
        await ForEachAsync(projects.Length, request, async (i, token) =>
        {
            meter.Work(projects[i].Name);
            outcomes[i] = request.Cache?.Find(projects[i], request) ?? await ProjectAnalysis.DetectAsync(projects[i], request, token).ConfigureAwait(false);
            meter.Step(projects[i].Name);
        }, cancellation).ConfigureAwait(false);
        return [.. outcomes];
    }

    private static async Task<ImmutableArray<ProjectOutcome>> RecoverAsync(
        ImmutableArray<LoadedProject> projects, ImmutableArray<ProjectOutcome> outcomes, AnalysisRequest request, ProgressMeter meter, CancellationToken cancellation)
    {
        var name = request.Tree.Name;
        var recoveries = projects.Zip(outcomes, (project, outcome) => new ProjectRecovery(project, EngineOptions.Of(project, request.Today, request.Rules.Team), request.Rules.Everything, outcome)).ToImmutableArray();
        meter.Begin(AnalysisPhase.Planning, projects.Length, name);
        for (var i = 0; i < recoveries.Length; i++)
        {
            recoveries[i].Plan();
            meter.Step(projects[i].Name);
        }

        meter.Begin(AnalysisPhase.Recovering, recoveries.Sum(static r => r.Planned), name);
        await ForEachAsync(recoveries.Length, request, (i, token) => new ValueTask(recoveries[i].DraftAsync(() => meter.Step(projects[i].Name), token)), cancellation).ConfigureAwait(false);

        meter.Begin(AnalysisPhase.Revalidating, recoveries.Sum(static r => r.Drafted), name);
        var recovered = new ProjectOutcome[recoveries.Length];
        await ForEachAsync(
            recoveries.Length, request, async (i, token) => recovered[i] = await recoveries[i].ProveAsync(() => meter.Step(projects[i].Name), token).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        return [.. recovered];
    }

    private static Task ForEachAsync(int count, AnalysisRequest request, Func<int, CancellationToken, ValueTask> work, CancellationToken cancellation) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellation }, work);

    // A file that two projects share counts once.
    private static Dictionary<string, SourceText> Texts(LoadedSolution solution) => solution.Projects.SelectMany(static p => p.Compilation.SyntaxTrees)
        .Where(static t => !t.FilePath.StartsWith(ProjectAssembly.GeneratedFolder, StringComparison.Ordinal))
        .DistinctBy(static t => t.FilePath).ToDictionary(static t => t.FilePath, static t => t.GetText(), StringComparer.Ordinal);
}
