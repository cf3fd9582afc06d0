using System.Buffers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Corpus.GB3006.True;

public interface IBus
{
    Task PublishAsync(object message, CancellationToken cancellation = default);

    ValueTask FlushAsync();

    IAsyncEnumerable<string> ReadAsync();
}

public sealed class Shop(IBus bus, HttpClient http) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<int> _orders = [];
    private int _running;

    public void Order(int id)
    {
        _orders.Add(id);
        bus.PublishAsync(new { id }); //@true GB3006
    }

    public async Task OrderAsync(int id)
    {
        await bus.PublishAsync(new { id });
        bus.FlushAsync(); //@true GB3006
    }

    public void Cancel(int id) => bus.PublishAsync(new { id, cancelled = true }); //@true GB3006

    public void Watch(System.Timers.Timer timer) => timer.Elapsed += (_, _) => bus.PublishAsync("tick"); //@true GB3006

    public void PublishAll() => _orders.ForEach(id => bus.PublishAsync(id)); //@true GB3006

    public void Import(string path)
    {
        Task.Run(() => //@true GB3006
        {
            foreach (var line in File.ReadLines(path))
                _orders.Add(int.Parse(line));
        });
    }

    public void Throttle()
    {
        Task.Delay(TimeSpan.FromSeconds(1)); //@true GB3006
        _running++;
    }

    public void Start()
    {
        PumpAsync(); //@true GB3006
    }

    private async Task PumpAsync()
    {
        while (_running > 0)
            await bus.PublishAsync("pump");
    }

    public void Replay() => bus.ReadAsync(); //@true GB3006

    public void Save(string path)
    {
        var written = File.WriteAllTextAsync(path, JsonSerializer.Serialize(_orders)); //@true GB3006
        _running = 0;
    }

    public void Close()
    {
        bus?.FlushAsync(); //@true GB3006
    }

    public ValueTask DisposeAsync()
    {
        bus.PublishAsync("bye").ConfigureAwait(false); //@true GB3006
        return default;
    }

    public void Background()
    {
        Task.Factory.StartNew(PumpAsync).Unwrap(); //@true GB3006
    }

    public void Everything()
    {
        Task.WhenAll(_orders.Select(id => bus.PublishAsync(id))); //@true GB3006
    }

    public int Running
    {
        get => _running;
        set
        {
            _running = value;
            bus.PublishAsync(value); //@true GB3006
        }
    }

    public Task<string> PriceAsync(int id)
    {
        try
        {
            return http.GetStringAsync($"/price/{id}"); //@true GB3006
        }
        catch (HttpRequestException)
        {
            return Task.FromResult("unknown");
        }
    }

    public Task TryPublishAsync(object message)
    {
        try
        {
            return bus.PublishAsync(message); //@true GB3006
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            return Task.CompletedTask;
        }
    }

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            return next(context); //@true GB3006
        }
        catch (Exception)
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }
    }

    public static Task<string> DownloadAsync(string uri)
    {
        using var client = new HttpClient();
        return client.GetStringAsync(uri); //@true GB3006
    }

    public static Task<string> ReadAllAsync(string path)
    {
        using (var reader = new StreamReader(path))
        {
            return reader.ReadToEndAsync(); //@true GB3006
        }
    }

    public Task ExclusiveAsync(object message)
    {
        _gate.Wait();
        try
        {
            return bus.PublishAsync(message); //@true GB3006
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task WithTimeoutAsync(object message)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        return bus.PublishAsync(message, timeout.Token); //@true GB3006
    }

    public static Task SendAsync(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        try
        {
            return stream.WriteAsync(buffer, 0, 1024); //@true GB3006
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Func<Task> Publisher(object message) => () =>
    {
        try
        {
            return bus.PublishAsync(message); //@true GB3006
        }
        catch (SocketException)
        {
            return Task.CompletedTask;
        }
    };

    public Task<int> CountAsync(string path)
    {
        return Count();

        Task<int> Count()
        {
            try
            {
                return Task.Run(() => File.ReadLines(path).Count()); //@true GB3006
            }
            catch (IOException)
            {
                return Task.FromResult(0);
            }
        }
    }
}
