using FluentAssertions;
using Moq;
using NSubstitute;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Corpus.GB1007.Near;

public interface IQueue
{
    event EventHandler<string>? Arrived;

    Task PutAsync(string item);

    Task<int> CountAsync();
}

public sealed class Worker(IQueue queue)
{
    public async Task<int> WorkAsync(string item)
    {
        ArgumentException.ThrowIfNullOrEmpty(item);
        await queue.PutAsync(item);
        return await queue.CountAsync();
    }

    public void Work(string item) => queue.PutAsync(item).GetAwaiter().GetResult();

    public void Each(Action<string> visit) => visit("a");

    public void OnDone(Action<string> done) => done("a");
}

public class AwaitedAssertions : IAsyncLifetime
{
    private readonly IQueue _queue = Substitute.For<IQueue>();
    private readonly List<Task> _pending = [];
    private readonly ITestOutputHelper _output;
    private readonly Worker _worker;
    private Task? _kept;

    public AwaitedAssertions(ITestOutputHelper output)
    {
        _output = output;
        _worker = new Worker(_queue);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.WhenAll(_pending);

    [Fact]
    public async Task Awaited() => await Assert.ThrowsAsync<ArgumentNullException>(() => _worker.WorkAsync(null!)); //@near GB1007

    [Fact]
    public Task Returned() => Assert.ThrowsAsync<ArgumentNullException>(() => _worker.WorkAsync(null!)); //@near GB1007

    [Fact]
    public Task ReturnedFromABlock()
    {
        _queue.CountAsync().Returns(1);
        return Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
    }

    [Fact]
    public async Task StoredAndAwaitedLater()
    {
        var thrown = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        _queue.CountAsync().Returns(2);
        var e = await thrown;
        Assert.Equal("item", e.ParamName);
    }

    [Fact]
    public async Task AllAtOnce()
    {
        var one = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        var two = Assert.ThrowsAsync<ArgumentNullException>(() => _worker.WorkAsync(null!)); //@near GB1007
        await Task.WhenAll(one, two);
    }

    [Fact]
    public async Task AllOfASequence() =>
        await Task.WhenAll(new[] { "", null }.Select(item => Assert.ThrowsAnyAsync<ArgumentException>(() => _worker.WorkAsync(item!)))); //@near GB1007

    [Fact]
    public void WaitedForByResult()
    {
        var e = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")).GetAwaiter().GetResult(); //@near GB1007
        Assert.Equal("item", e.ParamName);
    }

    [Fact]
    public void WaitedForInAStatement() => Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")).GetAwaiter().GetResult(); //@near GB1007

    [Fact]
    public void WaitedForByWait()
    {
        Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")).Wait(TimeSpan.FromSeconds(5)).ShouldBeTrue(); //@near GB1007
    }

    [Fact]
    public void WaitedForThroughItsLocal()
    {
        var thrown = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        Assert.Equal("item", thrown.Result.ParamName);
    }

    [Fact]
    public void AddedToWhatTheTeardownAwaits()
    {
        _pending.Add(Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync(""))); //@near GB1007
    }

    [Fact]
    public async Task KeptInAField()
    {
        _kept = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        await CheckKeptAsync();
    }

    [Fact]
    public async Task HandedToAHelper()
    {
        await InTime(Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync(""))); //@near GB1007
    }

    [Fact]
    public async Task AwaitedByCondition()
    {
        var thrown = Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        if (await Task.WhenAny(thrown, Task.Delay(5000)) != thrown)
            Assert.Fail("too slow");
    }

    [Fact]
    public async Task Chosen()
    {
        var check = Environment.Is64BitProcess ? Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")) : Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        await check;
    }

    [Fact]
    public async Task AwaitedInALambda()
    {
        Func<Task> check = () => Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007
        await check();
    }

    [Fact]
    public async Task AwaitedInAnAsyncLambda()
    {
        var check = async () => { await Assert.ThrowsAsync<ArgumentException>(() => _worker.WorkAsync("")); }; //@near GB1007
        await check();
    }

    [Fact]
    public async Task Fluently()
    {
        var act = () => _worker.WorkAsync("");
        await act.Should().ThrowAsync<ArgumentException>().WithParameterName("item"); //@near GB1007
    }

    [Fact]
    public async Task Fluently_AndWhich()
    {
        var act = () => _worker.WorkAsync("");
        (await act.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("item"); //@near GB1007
    }

    [Fact]
    public void Fluently_OfSynchronousCode()
    {
        Action act = () => _worker.Work("");
        act.Should().NotThrow(); //@near GB1007
    }

    [Fact]
    public async Task Shouldly_Awaited() => await Should.ThrowAsync<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007

    [Fact]
    public void Shouldly_Synchronous() => Should.Throw<ArgumentException>(() => _worker.WorkAsync("")); //@near GB1007

    [Fact]
    public void Shouldly_InTime() => Should.CompleteIn(() => _worker.WorkAsync("a"), TimeSpan.FromSeconds(5)); //@near GB1007

    [Fact]
    public void Received_LooksAtOnce()
    {
        _worker.Work("a");
        _queue.Received(1).PutAsync("a"); //@near GB1007
    }

    [Fact]
    public async Task Received_Awaited()
    {
        await _worker.WorkAsync("a");
        await _queue.Received().PutAsync("a"); //@near GB1007
    }

    [Fact]
    public void Received_Discarded()
    {
        _worker.Work("a");
        _ = _queue.Received().PutAsync("a"); //@near GB1007
    }

    [Fact]
    public void Verify_OfMoqIsNoSnapshot()
    {
        var queue = new Mock<IQueue>();
        queue.Setup(q => q.PutAsync("a")).Returns(Task.CompletedTask);
        new Worker(queue.Object).Work("a");
        queue.Verify(q => q.PutAsync("a"), Times.Once()); //@near GB1007
    }

    [Fact]
    public async Task Helper_Awaited() => await ShouldCountAsync(0); //@near GB1007

    [Fact]
    public Task Helper_Returned() => ShouldCountAsync(0); //@near GB1007

    [Fact]
    public async Task Helper_RunsBesideAndIsAwaited()
    {
        var watching = ShouldCountAsync(0); //@near GB1007
        await _worker.WorkAsync("a");
        await watching;
    }

    [Fact]
    public async Task Helper_RunsBesideOnPurpose()
    {
        _ = EchoAsync("a"); //@near GB1007
        Assert.Equal(0, await _worker.WorkAsync("a"));
    }

    [Fact]
    public async Task Helper_WithoutAnyAssertion()
    {
        var warmUp = _worker.WorkAsync("warm"); //@near GB1007
        Assert.Equal(0, await _worker.WorkAsync("a"));
        await warmUp;
    }

    [Fact]
    public async Task EventHandlerMayBeAsyncVoid()
    {
        var done = new TaskCompletionSource();
        _queue.Arrived += async (_, item) =>
        {
            await Task.Yield();
            Assert.Equal("a", item); //@near GB1007
            done.SetResult();
        };
        _queue.Arrived += Raise.Event<EventHandler<string>>(this, "a");
        await done.Task;
    }

    [Fact]
    public async Task CallbackThatSignals()
    {
        var done = new TaskCompletionSource();
        new List<string> { "a" }.ForEach(async item =>
        {
            await Task.Yield();
            item.Should().Be("a"); //@near GB1007
            done.TrySetResult();
        });
        await done.Task;
    }

    [Fact]
    public async Task CallbackOfTheSubject()
    {
        var seen = new TaskCompletionSource<string>();
        _worker.OnDone(async item => //@near GB1007
        {
            await Task.Yield();
            Assert.NotEmpty(item);
            seen.SetResult(item);
        });
        Assert.Equal("a", await seen.Task);
    }

    [Fact]
    public void CallbackThatAssertsBeforeItsAwait()
    {
        new List<string> { "a" }.ForEach(async item =>
        {
            Assert.Equal("a", item); //@near GB1007
            await Task.Yield();
        });
    }

    [Fact]
    public async Task AsyncLambdasThatAreTasks()
    {
        await Assert.AllAsync(new[] { "a", "b" }, async item => Assert.Equal(0, await _worker.WorkAsync(item))); //@near GB1007
        await Parallel.ForEachAsync(new[] { "a" }, async (item, _) => Assert.Equal(0, await _worker.WorkAsync(item))); //@near GB1007
    }

    [Fact]
    public async Task InTaskRun() => await Task.Run(async () => Assert.Equal(0, await _worker.WorkAsync("a"))); //@near GB1007

    [Fact]
    public async ValueTask AsValueTask() //@near GB1007
    {
        Assert.Equal(0, await _worker.WorkAsync("a"));
    }

    [Fact(Skip = "The queue has no such mode yet.")]
    public async void SwitchedOff() //@near GB1007
    {
        Assert.Equal(0, await _worker.WorkAsync("a"));
    }

    // No test: a handler.
    private async void OnArrived(object? sender, string item) //@near GB1007
    {
        await Task.Yield();
        _output.WriteLine(item);
    }

    [Fact]
    public async Task HandlerIsSubscribed()
    {
        _queue.Arrived += OnArrived;
        Assert.Equal(0, await _worker.WorkAsync("a"));
    }

    private async Task CheckKeptAsync() => await _kept!;

    private async Task ShouldCountAsync(int count) => Assert.Equal(count, await _queue.CountAsync());

    private async Task EchoAsync(string item)
    {
        await _queue.PutAsync(item);
        Assert.NotNull(item);
    }

    private static async Task InTime(Task task) => await task.WaitAsync(TimeSpan.FromSeconds(5));
}
