using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Testing;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Mutation;

/// <summary>
/// Extreme mutation: takes the body of each tested method away, or returns a constant instead, and looks whether a test
/// notices. A method that tests run and whose loss none notices is pseudo-tested: GB1012. This builds and runs the code and
/// its tests, in a copy.
/// </summary>
/// <remarks>
/// Implementation note: all mutants are compiled in at once, switched off, and an environment variable switches one on. So the
/// code is built once, and a mutant costs one run of the tests that reach it.
/// </remarks>
public static class MutationAnalysis
{
    private const string ProbeFile = "GhostbustersMutation.Probe.g.cs";

    /// <summary>Tries every method.</summary>
    /// <exception cref="ConfigurationException">There are no tests, or the copy does not build, or its tests do not pass as they are.</exception>
    public static async Task<MutationResult> RunAsync(MutationRequest request, TimeProvider clock, CancellationToken cancellation)
    {
        var solution = ProjectLoader.Load(request.Tree, request.Load, cancellation);
        var tests = solution.Projects.Where(static p => p.Path is not null && HasTests(p.Compilation)).ToImmutableArray();
        if (tests.IsEmpty)
            throw new ConfigurationException($"There are no tests in {request.Tree.Name} that the tool can see. Run `dotnet restore`, so that the test framework is found, or name another folder.");
        var shipped = Tested(solution.Projects, tests);
        var methods = Number(shipped, request.Tree, cancellation);

        using var copy = WorkingCopy.Of(request.Tree, cancellation);
        Instrument(copy, shipped, methods);
        var runners = tests.Select(t => new TestProject(t, copy, request.Limit)).ToImmutableArray();
        var coverage = await CoverAsync(runners, copy, request, clock, cancellation).ConfigureAwait(false);
        var covered = methods.Where(m => coverage.Covers(m.Method.Id)).ToImmutableArray();
        var tried = Sample(covered, request.MaximumMethods);
        var outcomes = await TryAsync(tried, runners, coverage, request, cancellation).ConfigureAwait(false);
        return Conclude(request, solution, shipped, methods, covered.Length, outcomes, coverage);
    }

    private static bool HasTests(Compilation compilation) =>
        TestFrameworks.In(compilation) is { } frameworks
        && compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Any(frameworks.HasTests);

    // What the tests refer to, directly or not.
    private static ImmutableArray<LoadedProject> Tested(ImmutableArray<LoadedProject> projects, ImmutableArray<LoadedProject> tests)
    {
        var reached = tests.SelectMany(static t => t.Compilation.References).OfType<CompilationReference>().Select(static r => r.Compilation).ToHashSet();
        return [.. projects.Where(p => p.Path is not null && reached.Contains(p.Compilation) && !tests.Contains(p))];
    }

    private static ImmutableArray<(LoadedProject Project, MutableMethod Method)> Number(
        ImmutableArray<LoadedProject> shipped, Engine.Files.FolderTree tree, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<(LoadedProject, MutableMethod)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        foreach (var project in shipped)
        {
            // A file that two projects share is tried in the first of them.
            foreach (var method in MutableMethods.In(project.Compilation, path => tree.Contains(path) && !seen.Contains(path), next, cancellation))
            {
                all.Add((project, method));
                next = method.Id + method.Replacements.Length;
            }

            seen.UnionWith(project.Compilation.SyntaxTrees.Select(static t => t.FilePath));
        }

        return all.ToImmutable();
    }

    private static void Instrument(WorkingCopy copy, ImmutableArray<LoadedProject> shipped, ImmutableArray<(LoadedProject Project, MutableMethod Method)> methods)
    {
        foreach (var file in methods.GroupBy(static m => m.Method.Place.SourceTree!))
            copy.Write(file.Key.FilePath, file.Key.GetText().WithChanges(file.SelectMany(static m => m.Method.Changes).OrderBy(static c => c.Span.Start)).ToString());
        using var probe = new StreamReader(typeof(MutationAnalysis).Assembly.GetManifestResourceStream("probe.cs")
            ?? throw new InvalidOperationException("The tool was built without its resource 'probe.cs'."));
        var text = probe.ReadToEnd();
        foreach (var project in shipped)
            copy.Write(Path.Combine(Path.GetDirectoryName(project.Path!)!, ProbeFile), text);
    }

    private static async Task<CoverageMap> CoverAsync(
        ImmutableArray<TestProject> runners, WorkingCopy copy, MutationRequest request, TimeProvider clock, CancellationToken cancellation)
    {
        var coverage = new CoverageMap();
        for (var i = 0; i < runners.Length; i++)
        {
            request.Progress?.Report(new MutationProgress($"building {runners[i].Path}", 0, 0));
            await runners[i].BuildAsync(cancellation).ConfigureAwait(false);
            request.Progress?.Report(new MutationProgress($"running the tests of {runners[i].Path} as they are", 0, 0));
            await runners[i].CoverAsync(clock, cancellation).ConfigureAwait(false);
            coverage.Add(copy.CoverageFolder, i);
        }

        return coverage;
    }

    // Spread over the whole, and the same for the same code.
    private static ImmutableArray<(LoadedProject Project, MutableMethod Method)> Sample(ImmutableArray<(LoadedProject Project, MutableMethod Method)> covered, int? most)
    {
        if (most is not { } limit || covered.Length <= limit)
            return covered;
        return [.. Enumerable.Range(0, limit).Select(i => covered[(int)((long)i * covered.Length / limit)])];
    }

    private static async Task<ImmutableArray<Outcome>> TryAsync(
        ImmutableArray<(LoadedProject Project, MutableMethod Method)> tried, ImmutableArray<TestProject> runners, CoverageMap coverage, MutationRequest request, CancellationToken cancellation)
    {
        var outcomes = new Outcome[tried.Length];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Parallel), CancellationToken = cancellation };
        await System.Threading.Tasks.Parallel.ForAsync(0, tried.Length, parallel, async (i, token) =>
        {
            outcomes[i] = await TryAsync(tried[i].Project, tried[i].Method, runners, coverage, token).ConfigureAwait(false);
            request.Progress?.Report(new MutationProgress(tried[i].Method.Symbol.Name, Interlocked.Increment(ref done), tried.Length));
        }).ConfigureAwait(false);
        return [.. outcomes];
    }

    // A method is pseudo-tested only if none of its mutants is noticed, so the first that is decides.
    private static async Task<Outcome> TryAsync(
        LoadedProject project, MutableMethod method, ImmutableArray<TestProject> runners, CoverageMap coverage, CancellationToken cancellation)
    {
        var (run, isDecided) = (0, true);
        for (var k = 0; k < method.Replacements.Length; k++)
        {
            run++;
            foreach (var i in coverage.ProjectsOf(method.Id))
            {
                var noticed = await runners[i].NoticesAsync(method.Id + k, coverage.TestsOf(method.Id, i), cancellation).ConfigureAwait(false);
                if (noticed == true)
                    return new Outcome(project, method, Verdict.Noticed, run);
                isDecided &= noticed is not null;
            }
        }

        return new Outcome(project, method, isDecided ? Verdict.PseudoTested : Verdict.Undecided, run);
    }

    private static MutationResult Conclude(
        MutationRequest request, LoadedSolution solution, ImmutableArray<LoadedProject> shipped, ImmutableArray<(LoadedProject Project, MutableMethod Method)> methods,
        int covered, ImmutableArray<Outcome> outcomes, CoverageMap coverage)
    {
        int Count(Verdict verdict) => outcomes.Count(o => o.Verdict == verdict);
        var counts = new MutationCounts(
            methods.Length, covered, Count(Verdict.Noticed), Count(Verdict.PseudoTested), Count(Verdict.Undecided), covered - outcomes.Length, outcomes.Sum(static o => o.Mutants));
        var findings = FindingOrder.Arrange(outcomes.Where(static o => o.Verdict == Verdict.PseudoTested)
            .Select(o => new FindingFactory(o.Project.Compilation, o.Project.Name).Create(FindingOf(o.Method, coverage))));
        var trees = shipped.SelectMany(static p => p.Compilation.SyntaxTrees).Where(t => request.Tree.Contains(t.FilePath)).DistinctBy(static t => t.FilePath).ToList();
        var files = new Coverage(trees.Count, trees.Count, trees.Sum(static t => (long)t.GetText().Lines.Count), shipped.Length);
        var notices = solution.Notices.AddRange(Remarks(request.Tree.Name, counts));
        return new MutationResult(
            new AnalysisResult
            {
                Target = request.Tree.Name,
                Findings = findings,
                Notices = FindingOrder.Arrange(notices),
                Coverage = files,
                Score = ConfidenceScore.Of(findings, notices, files, RulePrecision.Of),
            },
            counts);
    }

    private static IEnumerable<Notice> Remarks(string target, MutationCounts counts)
    {
        if (counts.Found > counts.Covered)
            yield return Notice.NotAnalysed(target, $"No test runs {counts.Found - counts.Covered} of {counts.Found} methods, so nothing was tried on them.", "Test them; this command judges only tested methods.", isPartial: false);
        if (counts.Untried > 0)
            yield return Notice.NotAnalysed(target, $"{counts.Untried} of {counts.Covered} tested methods were not tried.", "Raise --max-methods.", isPartial: true);
        if (counts.Undecided > 0)
            yield return Notice.NotAnalysed(target, $"The test runner did not say how many tests ran for {counts.Undecided} methods.", "Run with a VSTest runner of the test framework.", isPartial: true);
    }

    private static Diagnostic FindingOf(MutableMethod method, CoverageMap coverage)
    {
        var tests = coverage.ProjectsOf(method.Id).Select(i => coverage.TestsOf(method.Id, i)).ToList();
        var known = tests.TrueForAll(static t => t is not null) ? tests.SelectMany(static t => t!.Value).Distinct(StringComparer.Ordinal).ToList() : [];
        var who = known.Count switch { 0 => "tests", 1 => "one test", var n => $"{n} tests" };
        var bodies = string.Join("' and '", method.Replacements);
        return Report.Finding(
            Descriptors.GB1012_PseudoTested, method.Place,
            new Claim(known.Count == 0 ? $"{method.Symbol.Name} is tested" : $"{method.Symbol.Name} is tested by {string.Join(", ", known.Take(3))}", null),
            Evidence.At($"with '{bodies}' in the place of its body every test that runs it still passes"),
            method.Symbol.Name, who, bodies);
    }

    private enum Verdict
    {
        Noticed,
        PseudoTested,
        Undecided,
    }

    private readonly record struct Outcome(LoadedProject Project, MutableMethod Method, Verdict Verdict, int Mutants);
}
