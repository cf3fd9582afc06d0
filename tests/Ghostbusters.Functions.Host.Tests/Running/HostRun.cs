using System.Net.Http.Headers;
using Ghostbusters.Functions.Host.Running;
using Ghostbusters.Functions.Host.Tests.Sample;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Host.Tests.Running;

/// <summary>A host on a port of its own, with the sample functions.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private static readonly FunctionSet Set = new([typeof(SampleFunctions).Assembly], "cursors");

    private HostRun(ServiceHost host, string data, MemoryStream log)
    {
        (Host, Data, Log) = (host, data, log);
        Http = new HttpClient { BaseAddress = host.Address };
        if (host.FirstKey is { } key) Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public ServiceHost Host { get; }

    public string Data { get; }

    public MemoryStream Log { get; }

    public HttpClient Http { get; }

    public static async Task<HostRun> StartAsync(string? data = null, TimeSpan? limit = null, TimeSpan? grace = null)
    {
        data ??= Path.Combine(Directory.CreateTempSubdirectory("ghostbusters-host-").FullName, "data");
        var log = new MemoryStream();
        var options = new ServeOptions(data, [new Uri("http://127.0.0.1:0")], null) { AnswerLimit = limit ?? TimeSpan.FromSeconds(29), Grace = grace ?? TimeSpan.FromSeconds(20) };
        var host = await ServiceHost.StartAsync(options, Set, TimeProvider.System, new JsonLog(log, TimeProvider.System, LogLevel.Information, new LogContext { Stage = "host" }), CancellationToken.None);
        return new HostRun(host, data, log);
    }

    /// <summary>Stops it and keeps its data.</summary>
    public async Task StopAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Path.GetDirectoryName(Data)!, recursive: true);
    }
}
