using Ghostbusters.Functions.Batches;

namespace Ghostbusters.Promises;

/// <summary>An end at any point of a batch loses nothing: what was not done is reported as failed.</summary>
public class P02
{
    private const int Messages = 5;
    private const int AwaitsEach = 3;

    private static readonly BatchClock Endless = new(static () => TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));

    public static TheoryData<int> EveryAwait => [.. Enumerable.Range(0, Messages * AwaitsEach)];

    [Fact]
    public void BeforeAnythingRan_AllHaveFailed() => Assert.Equal(Messages, Create().Failed.Count);

    [Theory]
    [MemberData(nameof(EveryAwait))]
    public async Task CancelledAtAnyAwait_ReportsWhatWasNotDone(int at)
    {
        using var cancel = new CancellationTokenSource();
        var (run, awaits, done) = (Create(), 0, new List<string>());
        await run.RunAsync(
            async (id, cancellation) =>
            {
                for (var i = 0; i < AwaitsEach; i++)
                {
                    if (awaits++ == at) await cancel.CancelAsync();
                    cancellation.ThrowIfCancellationRequested();
                    await Task.Yield();
                }
                done.Add(id);
            },
            static (_, _) => { }, Endless, cancel.Token);
        Assert.Equal(at / AwaitsEach, done.Count);
        Assert.Equal(Ids.Except(done), run.Failed.Order());
    }

    [Theory]
    [MemberData(nameof(EveryAwait))]
    public async Task StuckAtAnyAwait_ReportsTheRest_WhileItIsStuck(int at)
    {
        var (run, awaits, done) = (Create(), 0, new List<string>());
        var (stuck, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var running = run.RunAsync(
            async (id, _) =>
            {
                for (var i = 0; i < AwaitsEach; i++)
                    if (awaits++ == at)
                    {
                        stuck.SetResult();
                        await never.Task;
                    }
                done.Add(id);
            },
            static (_, _) => { }, Endless, default);
        await stuck.Task;
        Assert.False(running.IsCompleted);
        Assert.Equal(Ids.Except(done), run.Failed.Order());
        never.SetResult();
        await running;
        Assert.Empty(run.Failed);
    }

    private static IEnumerable<string> Ids => Enumerable.Range(0, Messages).Select(static i => $"id-{i}");

    private static BatchRun<string> Create() => new([.. Ids], static id => id);
}
