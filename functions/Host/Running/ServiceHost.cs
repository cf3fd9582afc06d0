using System.Net.WebSockets;
using Amazon.Lambda.Annotations.Schedule;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Catalogue.OpenApi;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Host.OpenApi;
using Ghostbusters.Functions.Host.Queues;
using Ghostbusters.Functions.Host.Schedules;
using Ghostbusters.Functions.Host.Sockets;
using Ghostbusters.Functions.Host.Uploads;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>The whole service in this process. Dispose it to stop it: what runs has the options' grace to end.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    /// <summary>Whoever uses this machine's host.</summary>
    public static readonly TenantId Owner = TenantId.Parse("local");

    /// <summary>All who use this machine's host are one tenant: its limits are there against a program gone wild, not against a purse.</summary>
    private const int LimitFactor = 20;

    private const int LeastThreads = 32;

    private readonly ServeOptions _options;
    private readonly DataFolder _folder;
    private readonly WebApplication _app;
    private readonly LocalPorts _ports;
    private readonly StopTime _stop;
    private readonly List<QueuePump> _pumps;
    private readonly List<Task> _running = [];
    private readonly TimeProvider _clock;

    private ServiceHost(ServeOptions options, DataFolder folder, WebApplication app, LocalPorts ports, StopTime stop, List<QueuePump> pumps, TimeProvider clock) =>
        (_options, _folder, _app, _ports, _stop, _pumps, _clock) = (options, folder, app, ports, stop, pumps, clock);

    public required Uri Address { get; init; }

    /// <summary>The key that was made now, to be shown once; null where there was one before.</summary>
    public required string? FirstKey { get; init; }

    public LocalPorts Ports => _ports;

    /// <summary>Starts it; it answers when the task completes.</summary>
    /// <exception cref="HostRefusal">It cannot or must not start.</exception>
    public static async Task<ServiceHost> StartAsync(ServeOptions options, FunctionSet set, TimeProvider clock, JsonLog log, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(options.Data);
        KeepThreads();
        var gate = new Gate();
        var app = await WebServer.StartAsync(options, gate, cancellation).ConfigureAwait(false);
        var address = WebServer.AddressOf(app);
        var origin = options.PublicUrl ?? address;
        var ports = await LocalPorts.OpenAsync(folder, origin, set, clock, cancellation).ConfigureAwait(false);
        foreach (var secret in set.Secrets) await ports.MakeSecretAsync(secret, cancellation).ConfigureAwait(false);
        var stop = new StopTime(clock);
        var invoker = new Invoker(ports.Ids, clock, stop, log);
        var handlers = set.MakeHandlers(services =>
        {
            ports.Register(services, log);
            // Links in what forges are told lead where clients reach this host, and nowhere where nobody said how they do.
            var outbound = OutboundOptions.FromEnvironment();
            services.AddSingleton(outbound with { PublicUrl = options.PublicUrl ?? outbound.PublicUrl });
            services.AddSingleton(new RateScale(LimitFactor));
            services.AddSingleton(FanOutOptions.FromEnvironment(FanOutOptions.Never));
        });
        ports.Tasks.Use(handlers, invoker);
        var outbox = new OutboxTimer(ports.Tables, ports.Queue, stop, clock, log);
        var released = await ports.Queue.ReleaseAbandonedAsync(cancellation).ConfigureAwait(false);
        await outbox.FlushAllAsync(cancellation).ConfigureAwait(false);
        var doors = new Doors(
            new FunctionEndpoint(set.Catalogue.Routes, handlers, invoker, clock, options.AnswerLimit, log),
            new SocketEndpoint(set.Catalogue.Sockets, handlers, ports.Connections, ports.OwnerOfAsync, invoker, clock, log),
            new UploadEndpoint(ports.Uploads, ports.Blobs),
            new DownloadEndpoint(ports.Uploads.Downloads, ports.Blobs),
            new DocumentEndpoint(OpenApiDocument.Write(set.Catalogue.Routes, set.Catalogue.Assemblies, origin)));
        var pumps = set.Catalogue.Queues.Select(source => new QueuePump(source, handlers[source.Function], ports.Queue, invoker, stop, clock, log)).ToList();
        var host = new ServiceHost(options, folder, app, ports, stop, pumps, clock)
        {
            Address = address,
            FirstKey = await Keys.FirstKey.MakeAsync(ports.Keys, Owner, set.Catalogue.Scopes, cancellation).ConfigureAwait(false),
        };
        gate.Open(doors);
        var resumed = await ports.Workflow.ResumeAsync(cancellation).ConfigureAwait(false);
        host._running.AddRange(pumps.Select(static pump => pump.RunAsync()));
        host._running.Add(outbox.RunAsync());
        foreach (var function in set.Catalogue.Functions)
            if (function.Annotation<ScheduleEventAttribute>() is { Enabled: true } schedule)
                host._running.Add(new ScheduleTimer(schedule, handlers[function], invoker, stop, clock, log).RunAsync());
        log.Information("started", ("address", address.ToString()), ("routes", (long)set.Catalogue.Routes.Routes.Count), ("queues", (long)pumps.Count), ("released", (long)released), ("resumed", (long)resumed));
        return host;
    }

    /// <summary>
    /// Analyses keep as many threads busy as there are processors, and the pool adds others one by one, twice a second: requests
    /// would wait for them.
    /// </summary>
    private static void KeepThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), completions);
    }

    /// <summary>Until the process is told to stop.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        _stop.Begin(_options.Grace);
        foreach (var socket in _ports.Connections.Open) await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, CancellationToken.None).ConfigureAwait(false);
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        var all = Task.WhenAll(_running);
        await Task.WhenAny(all, Task.Delay(_options.Grace, _clock)).ConfigureAwait(false);
        if (!all.IsCompleted)
            foreach (var pump in _pumps) await pump.ReleaseHeldAsync().ConfigureAwait(false);
        await _ports.Workflow.SuspendAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        await _ports.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
    }
}
