using Ghostbusters.Functions.Batches;

namespace Ghostbusters.Promises;

/// <summary>No message is begun with less than twice the stage's time left; the rest is reported.</summary>
public class P03
{
    [Theory]
    [InlineData(100, 10, 9)]
    [InlineData(20, 10, 1)]
    [InlineData(19, 10, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(1000, 10, 12)]
    public async Task StopsInTime(int secondsLeft, int stageSeconds, int expected)
    {
        var clock = new FakeTimeProvider();
        var deadline = clock.GetUtcNow().AddSeconds(secondsLeft);
        var ids = Enumerable.Range(0, 12).Select(static i => $"id-{i:00}").ToList();
        var run = new BatchRun<string>(ids, static id => id);
        await run.RunAsync(
            (_, _) =>
            {
                clock.Advance(TimeSpan.FromSeconds(stageSeconds));
                return Task.CompletedTask;
            },
            static (_, _) => { }, new BatchClock(() => deadline - clock.GetUtcNow(), TimeSpan.FromSeconds(stageSeconds)), default);
        Assert.Equal(ids.Skip(expected), run.Failed.Order());
        Assert.True(expected == 0 || clock.GetUtcNow() <= deadline);
    }
}
