using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Engine.Analysis;

/// <summary>The engine: from a tree of files to findings, notices and a score. Nothing of the analysed code is executed.</summary>
public static class CodeAnalysis
{
    /// <summary>Analyses a tree.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ConfigurationException">The request cannot be carried out: an entry point that is not there, say.</exception>
    public static async Task<AnalysisResult> RunAsync(AnalysisRequest request, CancellationToken cancellation = default)
    {
        request.Progress?.Report(new AnalysisProgress(AnalysisPhase.Loading, 0, 0, request.Tree.Name));
        var solution = ProjectLoader.Load(request.Tree, request.Load, cancellation);
        var outcomes = await AnalyseAsync(solution.Projects, request, cancellation).ConfigureAwait(false);

        request.Progress?.Report(new AnalysisProgress(AnalysisPhase.Reporting, outcomes.Length, outcomes.Length, request.Tree.Name));
        var findings = FindingOrder.Arrange(outcomes.SelectMany(static o => o.Findings));
        var notices = FindingOrder.Arrange(solution.Notices.Concat(outcomes.SelectMany(static o => o.Notices)));
        var coverage = Cover(solution);
        return new AnalysisResult
        {
            Target = request.Tree.Name,
            Findings = findings,
            Notices = notices,
            Coverage = coverage,
            Score = ConfidenceScore.Of(findings.Where(static f => f.Suppression is null), notices, coverage, RulePrecision.Of),
            Timings = RuleTimings.Sum(outcomes.SelectMany(static o => o.Timings)),
        };
    }

    private static async Task<ImmutableArray<ProjectOutcome>> AnalyseAsync(
        ImmutableArray<LoadedProject> projects, AnalysisRequest request, CancellationToken cancellation)
    {
        var outcomes = new ProjectOutcome[projects.Length];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellation };
        await Parallel.ForAsync(0, projects.Length, parallel, async (i, token) =>
        {
            request.Progress?.Report(new AnalysisProgress(AnalysisPhase.Detecting, Volatile.Read(ref done), projects.Length, projects[i].Name));
            outcomes[i] = request.Cache is { } cache
                ? await cache.GetOrRunAsync(projects[i], request, token).ConfigureAwait(false)
                : await ProjectAnalysis.RunAsync(projects[i], request, token).ConfigureAwait(false);
            Interlocked.Increment(ref done);
        }).ConfigureAwait(false);
        return [.. outcomes];
    }

    private static Coverage Cover(LoadedSolution solution)
    {
        // A file that two projects share counts once.
        var trees = solution.Projects.SelectMany(static p => p.Compilation.SyntaxTrees)
            .Where(static t => !t.FilePath.StartsWith(ProjectAssembly.GeneratedFolder, StringComparison.Ordinal))
            .DistinctBy(static t => t.FilePath).ToList();
        var lines = trees.Sum(static t => (long)t.GetText().Lines.Count);
        return new Coverage(Math.Max(solution.FilesFound, trees.Count), trees.Count, lines, solution.Projects.Length);
    }
}
