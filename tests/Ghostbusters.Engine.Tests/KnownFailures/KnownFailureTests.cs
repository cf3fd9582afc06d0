using System.Collections.Immutable;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Testing;
using Xunit.Abstractions;

namespace Ghostbusters.Engine.Tests.KnownFailures;

/// <summary>Recall on code with known delusions: failures that the world knows, and the plans that this project began with.</summary>
public class KnownFailureTests(ITestOutputHelper output)
{
    private const double Least = 0.85;

    [Fact]
    public async Task MostOfThem_AreFound()
    {
        var missed = new List<string>();
        ImmutableArray<KnownFailure> all = [.. FamousFailures.All, .. PlansOfMigrations.All];
        foreach (var failure in all)
        {
            var found = await AnalyseAsync(failure);
            output.WriteLine($"{failure.Name}: {string.Join(", ", found)}");
            if (!found.Contains(failure.RuleId))
                missed.Add($"{failure.Name}: {failure.RuleId}");
        }

        Assert.True(all.Length - missed.Count >= Least * all.Length, $"{missed.Count} of {all.Length} were missed: {string.Join("; ", missed)}");
    }

    private static async Task<ImmutableArray<string>> AnalyseAsync(KnownFailure failure)
    {
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest
        {
            Tree = new MemoryTree([.. failure.Files, ("App.csproj", Project)]),
            Load = new LoadOptions { References = [.. TestReferences.LibraryFiles()] },
            Today = new DateOnly(2026, 11, 26),
        });
        return [.. result.Findings.Select(static f => f.RuleId).Distinct()];
    }

    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>""";
}
