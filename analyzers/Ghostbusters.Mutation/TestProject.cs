using System.Globalization;
using System.Text.RegularExpressions;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Loading;

namespace Ghostbusters.Mutation;

/// <summary>One test project of the copy: built once, run many times.</summary>
internal sealed partial class TestProject(LoadedProject project, WorkingCopy copy, TimeSpan limit)
{
    // A filter has to fit on a command line.
    private const int MostTestsInFilter = 40;

    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(20);

    private string _assembly = "";
    private TimeSpan _usual;

    /// <summary>The project's path in the tree.</summary>
    public string Path => project.Path!;

    /// <summary>Builds it, with the probes in what it tests.</summary>
    /// <exception cref="ConfigurationException">It does not build.</exception>
    public async Task BuildAsync(CancellationToken cancellation)
    {
        string[] properties = [$"-p:TargetFramework={project.TargetFramework}", "-p:Configuration=Debug", "-p:TreatWarningsAsErrors=false", "-p:WarningsAsErrors=", "-p:RunAnalyzers=false", "-p:NuGetAudit=false"];
        // The framework is a global property of what is built, so each project of a graph gets its own only without it.
        var built = await DotNet.RunAsync(copy.Root, ["build", copy.PathOf(Path), "-f", project.TargetFramework, "-v", "quiet", .. properties[1..]], [], limit, cancellation).ConfigureAwait(false);
        if (built.ExitCode != 0)
            throw new ConfigurationException($"The copy of {Path} does not build{(built.ExitCode is null ? " in time" : "")}. Does the original? {FirstErrors(built.Output)}");
        var asked = await DotNet.RunAsync(copy.Root, ["msbuild", copy.PathOf(Path), "-getProperty:TargetPath", .. properties[..2]], [], limit, cancellation).ConfigureAwait(false);
        _assembly = asked.Output.Trim();
        if (asked.ExitCode != 0 || !File.Exists(_assembly))
            throw new ConfigurationException($"Building {Path} gave no assembly to test.");
    }

    /// <summary>Runs all tests without a mutant, while the probes write down what runs.</summary>
    /// <exception cref="ConfigurationException">They do not pass.</exception>
    public async Task CoverAsync(TimeProvider clock, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var run = await DotNet.RunAsync(copy.Root, ["test", _assembly], [KeyValuePair.Create("GHOSTBUSTERS_COVERAGE", copy.CoverageFolder)], limit, cancellation).ConfigureAwait(false);
        _usual = clock.GetElapsedTime(started);
        if (run.ExitCode != 0 || Passed(run.Output) == 0)
            throw new ConfigurationException($"The tests of {Path} do not pass as they are{(run.ExitCode is null ? " in time" : "")}, so they can notice nothing. {FirstErrors(run.Output)}");
    }

    /// <summary>Whether the tests notice a mutant; null where the runner does not say how many ran.</summary>
    /// <param name="mutant">Its number.</param>
    /// <param name="tests">The tests to run; null for all.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<bool?> NoticesAsync(int mutant, ImmutableArray<string>? tests, CancellationToken cancellation)
    {
        string[] filter = tests is { Length: <= MostTestsInFilter } few ? ["--filter", string.Join('|', few.Select(static t => $"FullyQualifiedName~{t}"))] : [];
        var mutants = KeyValuePair.Create("GHOSTBUSTERS_MUTANT", mutant.ToString(CultureInfo.InvariantCulture));
        // A mutant may never end: twice as long as all tests took, and some, is enough.
        var longest = _usual * 2 + ShortestLimit;
        var run = await DotNet.RunAsync(copy.Root, ["test", _assembly, .. filter], [mutants], longest, cancellation).ConfigureAwait(false);
        if (run.ExitCode != 0)
            return true;
        return Passed(run.Output) > 0 ? false : null;
    }

    private static int Passed(string output) =>
        PassedCounts().Matches(output).Sum(static m => int.Parse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));

    private static string FirstErrors(string output) => string.Join(" / ", output.Split('\n')
        .Where(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("Failed ", StringComparison.Ordinal))
        .Select(static line => line.Trim()).Distinct(StringComparer.Ordinal).Take(3));

    [GeneratedRegex(@"Passed:\s+(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex PassedCounts();
}
