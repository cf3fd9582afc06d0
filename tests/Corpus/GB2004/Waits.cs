namespace Corpus.GB2004.Devices;

public record Answer(string Text, DateTime At);

public interface IDevice
{
    Task<string> AskAsync(string command);
}

// Delays and then does it.
public sealed class Robot(IDevice device, HttpClient http, TimeSpan pause)
{
    private int _count;
    private bool _isPowered;
    private readonly Queue<string> _queue = new();

    public int Count => _count;

    public async Task<string> ExecuteAsync(string command) //@near GB2004
    {
        await Task.Delay(50);
        return await device.AskAsync(command);
    }

    public async Task<string> FetchAsync(string url) //@near GB2004
    {
        await Task.Delay(200);
        return await http.GetStringAsync(url);
    }

    // The wait of a fixed length is over before the counter moves: that is the deed.
    public async Task RunAsync() //@near GB2004
    {
        await Task.Delay(500);
        _count++;
    }

    // The motor needs time to spin up after the relay.
    public void Initialize() //@near GB2004
    {
        // Give the motor 200 ms to spin up; it has no ready line.
        Thread.Sleep(200);
    }

    public async Task PostAsync(string item) //@near GB2004
    {
        await Task.Delay(5);
        _queue.Enqueue(item);
    }

    public Task WaitForSlotAsync() => Task.Delay(500); //@near GB2004

    public async Task<bool> ConnectAsync(int milliseconds) //@near GB2004
    {
        await Task.Delay(milliseconds);
        return true;
    }

    public Task PerformPauseAsync() => Task.Delay(pause); //@near GB2004

    public async Task<bool> HandleAsync(bool isSlow) //@near GB2004
    {
        if (isSlow)
            await Task.Delay(100);
        return isSlow;
    }

    public async Task<bool> ReadReadyAsync() //@near GB2004
    {
        while (!_isPowered)
            await Task.Delay(20);
        return _isPowered;
    }

    public void Power(bool on) => _isPowered = on;

    public async Task<T> CallAsync<T>(Task<T> work) //@near GB2004
    {
        await Task.Delay(10);
        return await work;
    }

    public async Task RunLaterAsync(Action act) //@near GB2004
    {
        await Task.Delay(100);
        act();
    }

    public async Task<bool> CompleteAsync(Task work) //@near GB2004
    {
        return await Task.WhenAny(work, Task.Delay(5000)) == work;
    }

    public Task ExecuteForeverAsync(CancellationToken token) => Task.Delay(Timeout.Infinite, token); //@near GB2004

    public async Task HandleRateLimitAsync() //@near GB2004
    {
        Console.WriteLine("Too many requests");
        await Task.Delay(60_000);
    }

    public async Task RunAnimationAsync() //@near GB2004
    {
        Console.WriteLine("*");
        await Task.Delay(16);
    }

    public async Task<Answer> RequestAsync(string question) //@near GB2004
    {
        await Task.Delay(100);
        throw new NotSupportedException(question);
    }

    /// <summary>Simulates an order that takes a second.</summary>
    public async Task<Answer> OrderAsync(string text) //@near GB2004
    {
        await Task.Delay(1000);
        return new Answer(text, DateTime.UtcNow);
    }

    public async Task ApplyAsync(Answer answer, List<Answer> kept) //@near GB2004
    {
        await Task.Delay(1);
        kept.Add(answer);
    }

    public async Task<string> SendWithinAsync(string text, CancellationToken token) //@near GB2004
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.Delay(10, source.Token);
        return text;
    }
}

public abstract class Worker
{
    public virtual async Task<bool> ConnectAsync() //@near GB2004
    {
        await Task.Delay(500);
        return true;
    }
}

public sealed class FakeGateway
{
    public async Task<Answer> ChargeAsync(decimal amount) //@near GB2004
    {
        await Task.Delay(500);
        return new Answer(amount.ToString(), DateTime.UtcNow);
    }
}

public sealed class RetryPolicy
{
    public async Task<bool> HandleAsync(Exception failure) //@near GB2004
    {
        await Task.Delay(500);
        return failure is TimeoutException;
    }
}

public interface IStore
{
    Task<bool> SaveAsync(string text);
}

public sealed class MemoryStore : IStore
{
    private readonly List<string> _texts = [];

    public async Task<bool> SaveAsync(string text)
    {
        await Task.Yield();
        _texts.Add(text);
        return _texts.Count > 0;
    }
}

// One of several: what it is for is told by its place in the list.
public sealed class LaggingStore : IStore
{
    public async Task<bool> SaveAsync(string text) //@near GB2004
    {
        await Task.Delay(5000);
        return text.Length > 0;
    }
}

public sealed class Draws
{
    private static readonly DateTime Epoch = new(2001, 1, 1);

    // A draw is what it says.
    public bool RollDice(Random random) => random.Next(6) == 5; //@near GB2004

    // An epoch is computed with.
    public DateTime ProcessSeconds(long seconds) => new DateTime(2001, 1, 1).AddSeconds(seconds); //@near GB2004

    public long ExportSeconds(DateTime time) => (long)(time - Epoch).TotalSeconds; //@near GB2004

    // Nothing is claimed of the world: a new order is made.
    public Answer CreateAnswer(string text) => new Answer(text, DateTime.UtcNow); //@near GB2004

    public Answer ApproveAnswer(Answer answer) => answer with { At = DateTime.UtcNow }; //@near GB2004

    public Func<int> BuildSource(Random random) => () => random.Next(10); //@near GB2004
}
