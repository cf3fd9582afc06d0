namespace Corpus.GB3006.TrueLost;

public delegate Task Changed(object sender, string what);

public delegate ValueTask Step(int number);

public interface IPrinter
{
    Task PrintAsync(string text, bool async = true);

    ValueTask<bool> FeedAsync(int lines);

    Task<IDisposable> OpenAsync();
}

public sealed class Printing(IPrinter printer) : IDisposable
{
    private readonly List<Changed> _listeners = [];
    private Step? _step;
    private string _status = "";

    public event Changed? Closed
    {
        add
        {
            if (_status == "closed")
                value!(this, _status); //@true GB3006
            else
                _listeners.Add(value!);
        }
        remove => _listeners.Remove(value!);
    }

    public string Status
    {
        get => _status;
        set
        {
            _status = value;
            printer.PrintAsync(value); //@true GB3006
        }
    }

    public Printing(IPrinter printer, string greeting) : this(printer)
    {
        GreetAsync(greeting); //@true GB3006
    }

    public void Notify(string what)
    {
        foreach (var listener in _listeners)
            listener(this, what); //@true GB3006
    }

    public void Run(int number)
    {
        _step?.Invoke(number); //@true GB3006
    }

    public Task ExecuteAsync(object? parameter)
    {
        printer.PrintAsync($"{parameter}"); //@true GB3006
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        CloseAsync(); //@true GB3006
    }

    public async Task PageAsync()
    {
        await printer.PrintAsync("head");
        if (_status == "wide")
            printer.FeedAsync(3); //@true GB3006
        await printer.PrintAsync("foot");
    }

    public Task<bool> FeedOrLogAsync()
    {
        try
        {
            return FeedThreeAsync(); //@true GB3006
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
            return Task.FromResult(false);
        }
    }

    public Task WriteAsync(string path)
    {
        using var file = new StreamWriter(path);
        return CopyToAsync(file); //@true GB3006
    }

    public void Progress(CancellationTokenSource stop)
    {
        var updater = Task.Run(async () => //@true GB3006
        {
            while (!stop.IsCancellationRequested)
            {
                await printer.PrintAsync(".");
                await Task.Delay(100);
            }
        });
        Thread.Sleep(1000);
        stop.Cancel();
    }

    public void Timer(System.Timers.Timer timer)
    {
        timer.Elapsed += (_, _) =>
        {
            printer.PrintAsync("tick"); //@true GB3006
            _status = "tick";
        };
    }

    public void Buffered(Stream stream, byte[] bytes)
    {
        stream.WriteAsync(bytes, 0, bytes.Length); //@true GB3006
        stream.Flush();
    }

    public void Startup() => Task.Factory.StartNew(() => CloseAsync(), TaskCreationOptions.LongRunning); //@true GB3006

    public void Open()
    {
        printer.OpenAsync(); //@true GB3006
        _status = "open";
    }

    public void Restart()
    {
        if (_status.Length == 0)
        {
            CloseAsync().ConfigureAwait(false); //@true GB3006
        }
    }

    private async Task<bool> FeedThreeAsync() => await printer.FeedAsync(3);

    private async Task GreetAsync(string greeting) => await printer.PrintAsync(greeting);

    private async Task CloseAsync()
    {
        await printer.PrintAsync("bye");
        _status = "closed";
    }

    private async Task CopyToAsync(TextWriter writer)
    {
        await Task.Yield();
        await writer.WriteAsync(_status);
    }
}
