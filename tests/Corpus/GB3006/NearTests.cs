using NSubstitute;
using NUnit.Framework;

namespace Corpus.GB3006.NearTests;

public interface IPost
{
    Task SendAsync(string letter);
}

public sealed class Inbox
{
    private readonly List<Action<string>> _readers = [];

    // The task stands for a letter that may come later; nothing is started.
    public Task<string> Arrival()
    {
        var source = new TaskCompletionSource<string>();
        _readers.Add(source.SetResult);
        return source.Task;
    }

    public void Deliver(string letter) => _readers.ForEach(reader => reader(letter));
}

[TestFixture]
public class InboxTests
{
    private readonly Inbox _inbox = new();
    private readonly CancellationTokenSource _stop = new();

    private Task<string> Expected() => _inbox.Arrival();

    [OneTimeSetUp]
    public void StopSoon()
    {
        Task.Run(async () => //@near GB3006
        {
            await Task.Delay(500);
            _stop.Cancel();
        });
    }

    [Test]
    public void Counts_every_letter()
    {
        _inbox.Arrival(); //@near GB3006
        Expected(); //@near GB3006
        _inbox.Deliver("hello");
        Assert.That(_stop.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task Sends_in_this_order()
    {
        var post = Substitute.For<IPost>();
        await post.SendAsync("a");
        await post.SendAsync("b");
        Received.InOrder(() =>
        {
            post.SendAsync("a"); //@near GB3006
            post.SendAsync("b"); //@near GB3006
        });
    }
}

public sealed class Getter<T>
{
    private Func<T, string> _read = static item => item?.ToString() ?? "";

    // Async in name only: what it does happens in a try that catches all.
    public void Prepare() => Task.Run(CompileAsync); //@near GB3006

    public string Read(T item) => _read(item);

    private async Task CompileAsync()
    {
        try
        {
            Interlocked.Exchange(ref _read, new Func<T, string>(static item => $"<{item}>"));
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
        }
    }
}
