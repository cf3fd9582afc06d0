using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>The same signed body has one effect, whatever delivery it comes with: what comes again is answered 200.</summary>
public class P15
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APush_IsAnalysedOnce_HoweverOftenItComes(bool isBase64)
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await service.HookAsync("github");
        var first = await service.SendAsync(id, secret, ForgeHooks.Push(), "push", isBase64);
        var again = await service.SendAsync(id, secret, ForgeHooks.Push(), "push", !isBase64);
        Assert.Equal((202, 200), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Json().Text("analysis_id"), again.Json().Text("analysis_id"));
        Assert.Equal(1, await service.Queue.CountAsync(StageQueues.Fetch, default));
        Assert.Equal(202, (await service.SendAsync(id, secret, ForgeHooks.Push(commit: new string('1', 40)), "push")).StatusCode);
    }
}
