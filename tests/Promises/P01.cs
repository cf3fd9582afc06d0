using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Batches;

namespace Ghostbusters.Promises;

/// <summary>A batch with k bad records returns exactly those k ids.</summary>
public class P01
{
    private static readonly BatchClock Endless = new(static () => TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));

    [Fact]
    public void ExactlyTheBadOnes_AreReported() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), bad => Task.Run(async () =>
    {
        var run = await RunAsync([.. bad.Select(static (isBad, i) => new Message($"id-{i}", isBad))]);
        Assert.Equal(bad.Select(static (isBad, i) => (isBad, i)).Where(static b => b.isBad).Select(static b => $"id-{b.i}").Order(), run.Failed.Order());
        Assert.False(run.MustFailWhole);
    })));

    [Fact]
    public async Task AnIdThatComesTwice_IsReported_WhereOneFailed()
    {
        Assert.Equal(["a"], (await RunAsync([new("a", false), new("a", true), new("b", false)])).Failed);
        Assert.Equal(["a"], (await RunAsync([new("a", true), new("a", false), new("b", false)])).Failed);
        Assert.Empty((await RunAsync([new("a", false), new("a", false)])).Failed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task WithoutAnId_TheWholeMustFail_WhereItFailed(string? id)
    {
        var failed = await RunAsync([new(id, true), new("b", false)]);
        Assert.True(failed.MustFailWhole);
        Assert.Empty(failed.Failed);
        Assert.False((await RunAsync([new(id, false), new("b", false)])).MustFailWhole);
    }

    [Fact]
    public async Task EachFailure_IsTold()
    {
        var told = new List<string?>();
        var run = new BatchRun<Message>([new("a", true), new("b", false), new("c", true)], static m => m.Id);
        await run.RunAsync(HandleAsync, (message, exception) => told.Add(message.Id + exception.Message), Endless, default);
        Assert.Equal(["abad", "cbad"], told);
    }

    private static async Task<BatchRun<Message>> RunAsync(Message[] messages)
    {
        var run = new BatchRun<Message>(messages, static m => m.Id);
        await run.RunAsync(HandleAsync, static (_, _) => { }, Endless, default);
        return run;
    }

    private static Task HandleAsync(Message message, CancellationToken cancellation) =>
        message.IsBad ? Task.FromException(new InvalidOperationException("bad")) : Task.CompletedTask;

    private sealed record Message(string? Id, bool IsBad);
}
