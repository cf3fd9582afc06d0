using System.Text;
using System.Text.Json;
using Moq;
using NSubstitute;
using Xunit;

namespace Corpus.GB3006.Near;

public interface IBus
{
    Task PublishAsync(object message, CancellationToken cancellation = default);

    Task<int> CountAsync();
}

public interface IBatch
{
    Task<bool> SetAsync(string key, string value);

    void Execute();
}

public sealed class Shop(IBus bus, Dictionary<int, Task> running)
{
    private readonly List<Task> _tasks = [];
    private Task? _last;
    private Task<int>? _count;

    public Task FailEarlyAsync(object message)
    {
        try
        {
            return bus.PublishAsync(message); //@near GB3006
        }
        catch (Exception e)
        {
            return Task.FromException(e);
        }
    }

    public Task GuardAsync(object message)
    {
        try
        {
            return bus.PublishAsync(message); //@near GB3006
        }
        catch (ObjectDisposedException)
        {
            return Task.CompletedTask;
        }
    }

    public Task<int> ParseAsync(string text)
    {
        try
        {
            return Task.FromResult(int.Parse(text)); //@near GB3006
        }
        catch (FormatException)
        {
            return Task.FromResult(0);
        }
    }

    public Task FlushAsync(string path)
    {
        try
        {
            return WriteAsync(path); //@near GB3006
        }
        catch (IOException)
        {
            return Task.CompletedTask;
        }
    }

    // Everything happens before it returns, so the catch above runs.
    private static Task WriteAsync(string path)
    {
        File.WriteAllText(path, "");
        return Task.CompletedTask;
    }

    public Task SendAsync(object message)
    {
        using var stream = new MemoryStream();
        JsonSerializer.Serialize(stream, message);
        return bus.PublishAsync(Encoding.UTF8.GetString(stream.ToArray())); //@near GB3006
    }

    public async Task<int> SafeCountAsync()
    {
        try
        {
            return await bus.CountAsync(); //@near GB3006
        }
        catch (Exception)
        {
            return -1;
        }
    }

    public Task<int> SharedCountAsync()
    {
        lock (running)
        {
            return _count ??= bus.CountAsync(); //@near GB3006
        }
    }

    public Func<Task> Later(object message)
    {
        try
        {
            return () => bus.PublishAsync(message); //@near GB3006
        }
        catch (Exception)
        {
            return () => Task.CompletedTask;
        }
    }

    public Task FastAsync()
    {
        try
        {
            var count = bus.CountAsync();
            if (!count.IsCompletedSuccessfully)
                return AwaitedAsync(count); //@near GB3006
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }

        return Task.CompletedTask;
    }

    private static async Task AwaitedAsync(Task<int> count) => Console.WriteLine(await count);

    public Task MeasuredAsync()
    {
        Console.WriteLine("start");
        try
        {
            return bus.CountAsync(); //@near GB3006
        }
        finally
        {
            Console.WriteLine("started");
        }
    }

    public void Track(object message)
    {
        _tasks.Add(bus.PublishAsync(message)); //@near GB3006
        running[1] = bus.PublishAsync(message); //@near GB3006
        _ = bus.PublishAsync(message); //@near GB3006
        Interlocked.Exchange(ref _last, bus.PublishAsync(message)); //@near GB3006
    }

    public void Audit(object message)
    {
        // Fire and forget: the auditor keeps its own retry queue.
        bus.PublishAsync(message); //@near GB3006
    }

    public void Announce(object message)
    {
#pragma warning disable CS4014
        bus.PublishAsync(message); //@near GB3006
#pragma warning restore CS4014
    }

    public void Observe(object message)
    {
        bus.PublishAsync(message).ContinueWith(t => Console.Error.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted); //@near GB3006
    }

    public void Begin()
    {
        LoopAsync(); //@near GB3006
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            try
            {
                await Task.Delay(1000);
                await bus.PublishAsync("tick");
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(e);
            }
        }
    }

    public void Spawn()
    {
        Task.Run(async () => //@near GB3006
        {
            try
            {
                await bus.PublishAsync("spawned");
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(e);
            }
        });
    }

    public static void Fill(IBatch batch)
    {
        batch.SetAsync("a", "1"); //@near GB3006
        batch.SetAsync("b", "2"); //@near GB3006
        batch.Execute();
    }

    public void Extend(object message)
    {
        bus.PublishAsync(message).LogFailures(); //@near GB3006
        bus.PublishAsync(message).Wait(); //@near GB3006
        var ignored = bus.CountAsync(); //@near GB3006
    }

    public Task WhenAllAsync()
    {
        var first = bus.CountAsync(); //@near GB3006
        var second = bus.CountAsync(); //@near GB3006
        return Task.WhenAll(first, second);
    }

    public static void PublishAndForget(IBus target, object message) => target.PublishAsync(message); //@near GB3006
}

public static class TaskExtensions
{
    public static Task LogFailures(this Task task) =>
        task.ContinueWith(t => Console.Error.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted);
}

public class ShopTests
{
    [Fact]
    public async Task Publishes_once()
    {
        var bus = Substitute.For<IBus>();
        await bus.PublishAsync("a");
        bus.Received().PublishAsync("a"); //@near GB3006
        bus.When(b => b.PublishAsync("b")).Do(_ => { }); //@near GB3006
    }

    [Fact]
    public void Verifies_with_a_mock()
    {
        var bus = new Mock<IBus>();
        bus.Setup(b => b.CountAsync()).ReturnsAsync(1); //@near GB3006
        bus.Object.PublishAsync("a").GetAwaiter().GetResult();
        bus.Verify(b => b.PublishAsync("a", default), Times.Once); //@near GB3006
    }

    [Fact]
    public void Refuses_null()
    {
        IBus? bus = null;
        Assert.Throws<NullReferenceException>(() => { bus!.PublishAsync("a"); }); //@near GB3006
        Action act = () => bus!.PublishAsync("a"); //@near GB3006
        Assert.Throws<NullReferenceException>(act);
    }
}

public class HeldUpTests
{
    [Fact]
    public void Work_that_is_held_up_takes_the_only_place()
    {
        var gate = new TaskCompletionSource<int>();
        RunAsync(async () => await gate.Task); //@near GB3006
        Task.Run(() => gate.SetResult(1)); //@near GB3006
        Assert.False(gate.Task.IsFaulted);
    }

    private static async Task RunAsync(Func<Task> work) => await work();
}
