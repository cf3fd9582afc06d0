using System.Collections.Concurrent;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Model;
using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests.Analysis;

/// <summary>The phases of an analysis, what they report on the way, and the recovery actions that come of them.</summary>
public sealed class PipelineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-pipeline-");

    private const string LostTask = """
        using System.IO;
        using System.Threading.Tasks;

        public sealed class Orders
        {
            public async Task SaveAsync(string order) => await File.WriteAllTextAsync("orders.log", order);

            public async Task PlaceAsync(string order)
            {
                SaveAsync(order);
                await Task.Yield();
            }
        }
        """;

    // The repair would need an async iterator, whose callers would no longer compile: there is none.
    private const string Unmendable = """
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;

        public sealed class Invoices
        {
            public async Task SaveAsync(string order) => await File.WriteAllTextAsync("orders.log", order);

            public IEnumerable<int> Place(string order)
            {
                SaveAsync(order);
                yield return 1;
            }
        }
        """;

    [Fact]
    public async Task WithoutRepairs_ThePhasesAreThree()
    {
        var (events, result) = await RunAsync(proveFixes: false, ("A.cs", LostTask));
        Assert.Equal([AnalysisPhase.Detecting, AnalysisPhase.Validating, AnalysisPhase.Reporting], events.Select(static e => e.Phase).Distinct());
        Assert.Empty(result.RecoveryActions);
        Assert.Equal(1.0, events[^1].Fraction);
    }

    [Fact]
    public async Task WithRepairs_EveryPhasePasses_InOrder_AndTheFractionNeverFalls()
    {
        var (events, _) = await RunAsync(proveFixes: true, ("A/A.csproj", Project), ("A/A.cs", LostTask), ("B/B.csproj", Project), ("B/B.cs", Unmendable));
        Assert.Equal(Enum.GetValues<AnalysisPhase>(), events.Select(static e => e.Phase).Distinct());
        Assert.Equal(events.OrderBy(static e => e.Phase).Select(static e => e.Phase), events.Select(static e => e.Phase));
        Assert.All(events.Zip(events.Skip(1)), static pair => Assert.True(pair.First.Fraction <= pair.Second.Fraction));
        Assert.All(events, static e => Assert.True(e.Fraction is >= 0 and <= 1 && e.Done <= e.Total));
        Assert.Equal(1.0, events[^1].Fraction);
        // Each phase's steps are as many as it announced.
        Assert.All(events.GroupBy(static e => e.Phase), static phase => Assert.Equal(phase.Last().Total, phase.Last().Done));
    }

    [Fact]
    public async Task AProvedRepair_BecomesAPatch_AndAnImpossibleOneIsRefused()
    {
        var (_, result) = await RunAsync(proveFixes: true, ("A.cs", LostTask), ("B.cs", Unmendable));
        Assert.Equal(["GB3006", "GB3006"], result.Findings.Select(static f => f.RuleId));
        Assert.Equal([RecoveryStatus.Proved, RecoveryStatus.Refused], result.RecoveryActions.Select(static a => a.Status));
        Assert.Equal(result.Findings.Select(static f => f.Fingerprint), result.RecoveryActions.Select(static a => a.Fingerprint));

        var patch = result.RecoveryActions[0].Patch;
        Assert.NotNull(patch);
        Assert.Contains("-        SaveAsync(order);", patch, StringComparison.Ordinal);
        Assert.Contains("+        await SaveAsync(order);", patch, StringComparison.Ordinal);
        Assert.Null(result.RecoveryActions[1].Patch);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", result.RecoveryActions[0].Type);
    }

    [Fact]
    public async Task ACachedProject_KeepsItsRecoveryActions()
    {
        var cache = new ResultCache(_folder.FullName, "test");
        var request = Request(proveFixes: true, ("A.cs", LostTask)) with { Cache = cache };
        var first = await CodeAnalysis.RunAsync(request);
        var second = await CodeAnalysis.RunAsync(request);
        Assert.Equal(1, cache.Hits);
        Assert.Equal(first.RecoveryActions.AsEnumerable(), second.RecoveryActions.AsEnumerable());
        Assert.Single(first.RecoveryActions);
    }

    [Fact]
    public async Task Mending_GoesOnToTheEnd_WithoutGoingBack()
    {
        var events = new ConcurrentQueue<AnalysisProgress>();
        var outcome = await FixRounds.RunAsync(Request(proveFixes: true, ("A.cs", LostTask)) with { Progress = new Listener(events) }, CancellationToken.None);
        Assert.Equal(1, outcome.Repaired);
        var seen = events.ToArray();
        Assert.All(seen.Zip(seen.Skip(1)), static pair => Assert.True(pair.First.Fraction <= pair.Second.Fraction));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    private static async Task<(AnalysisProgress[] Events, AnalysisResult Result)> RunAsync(bool proveFixes, params (string, string)[] files)
    {
        var events = new ConcurrentQueue<AnalysisProgress>();
        var result = await CodeAnalysis.RunAsync(Request(proveFixes, files) with { Progress = new Listener(events) });
        return (events.ToArray(), result);
    }

    private static AnalysisRequest Request(bool proveFixes, params (string, string)[] files) => new()
    {
        Tree = new MemoryTree(files),
        Load = new LoadOptions { References = [.. TestReferences.LibraryFiles()] },
        ProveFixes = proveFixes,
        Today = new DateOnly(2026, 11, 21),
    };

    // Progress<T> posts to a context; the order is what is tested.
    private sealed class Listener(ConcurrentQueue<AnalysisProgress> events) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => events.Enqueue(value);
    }
}
