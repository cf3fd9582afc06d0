using Ghostbusters.Infra.Judge;
using Xunit.Abstractions;

namespace Ghostbusters.Infra.Tests;

/// <summary>The official SDK has nothing to say against what would be deployed.</summary>
public sealed class JudgeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task OfficialSdk_FindsNoProblem_InEitherStack_DeployedOrPreviewed()
    {
        var graphs = new[]
        {
            await StackRun.RecordedAsync("dev"),
            await StackRun.RecordedAsync("prod"),
            await StackRun.RunAsync<GhostbustersStack>("dev", isPreview: true),
            await StackRun.RunAsync<GhostbustersStack>("prod", isPreview: true),
        };

        var verdicts = await OfficialSdk.JudgeAsync([.. graphs.Select(static graph => graph.ToJson())]);

        foreach (var verdict in verdicts) output.WriteLine(verdict.Summary);
        Assert.Empty(verdicts.SelectMany(static verdict => verdict.Problems));
        Assert.All(graphs.Zip(verdicts), static pair =>
            Assert.Contains($"in {pair.First.Resources.Count(static resource => resource.IsCustom)} resources", pair.Second.Summary));
    }
}
