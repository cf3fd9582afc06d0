using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>
/// Lambda's runtime API, version 2018-06-01, on a loopback port: hands out events in order and collects answers. As Lambda, it takes
/// each request id once, and refuses an answer of more than 6 MB.
/// </summary>
public sealed class RuntimeApi : IAsyncDisposable
{
    public const int LargestAnswer = 6 * 1024 * 1024;

    private readonly WebApplication server;
    private readonly TimeProvider clock;
    private readonly Channel<PendingInvocation> queue = Channel.CreateUnbounded<PendingInvocation>();
    private readonly ConcurrentDictionary<string, PendingInvocation> handedOut = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<int> failures = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> started = new();
    private readonly TaskCompletionSource<InvocationOutcome> initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int nextId;
    private int handedOutCount;
    private int connections;
    private int polls;

    private RuntimeApi(WebApplication server, TimeProvider clock)
    {
        this.server = server;
        this.clock = clock;
    }

    /// <summary>Host and port: the value of AWS_LAMBDA_RUNTIME_API.</summary>
    public string Endpoint => new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    /// <summary>Completes when the function says that it could not start.</summary>
    public Task<InvocationOutcome> InitError => initError.Task;

    /// <summary>Connections that functions opened: a runtime that keeps its connection opens one.</summary>
    public int Connections => connections;

    /// <summary>How often a function asked for an event.</summary>
    public int Polls => polls;

    public string? UserAgent { get; private set; }

    public static async Task<RuntimeApi> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        RuntimeApi? api = null;
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            options.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
            {
                Interlocked.Increment(ref api!.connections);
                return next(connection);
            }));
        });
        var server = builder.Build();
        api = new RuntimeApi(server, clock ?? TimeProvider.System);
        server.MapGet("/2018-06-01/runtime/invocation/next", api.NextAsync);
        server.MapPost("/2018-06-01/runtime/invocation/{id}/response", (HttpContext http, string id) => api.TakeAsync(http, id, isError: false));
        server.MapPost("/2018-06-01/runtime/invocation/{id}/error", (HttpContext http, string id) => api.TakeAsync(http, id, isError: true));
        server.MapPost("/2018-06-01/runtime/init/error", api.TakeInitErrorAsync);
        await server.StartAsync();
        return api;
    }

    /// <summary>Sends an event to whichever function asks next, and waits for what comes back.</summary>
    public Task<InvocationOutcome> InvokeAsync(byte[] payload, InvocationOptions? options = null)
    {
        var number = Interlocked.Increment(ref nextId);
        var invocation = new PendingInvocation($"00000000-0000-4000-8000-{number:d12}", payload, options ?? new InvocationOptions());
        queue.Writer.TryWrite(invocation);
        return invocation.Outcome.Task;
    }

    /// <summary>Completes when that many events have been handed out to functions.</summary>
    public Task Started(int events) => StartedSource(events).Task;

    /// <summary>Answers the next requests with these statuses, whatever they ask.</summary>
    public void AnswerNextWith(params IEnumerable<int> statuses)
    {
        foreach (var status in statuses)
            failures.Enqueue(status);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        foreach (var invocation in handedOut.Values)
            invocation.Outcome.TrySetCanceled();

        await server.DisposeAsync();
    }

    private static async Task WriteAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    }

    private TaskCompletionSource StartedSource(int number) =>
        started.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task NextAsync(HttpContext http)
    {
        Interlocked.Increment(ref polls);
        UserAgent = http.Request.Headers.UserAgent;
        if (failures.TryDequeue(out var status))
        {
            await WriteAsync(http, status, """{"errorMessage":"as told","errorType":"Test"}""");
            return;
        }

        PendingInvocation invocation;
        try
        {
            invocation = await queue.Reader.ReadAsync(http.RequestAborted);
        }
        catch (Exception stop) when (stop is OperationCanceledException or ChannelClosedException)
        {
            return;
        }

        handedOut[invocation.RequestId] = invocation;
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] =
            (clock.GetUtcNow() + invocation.Options.Timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.Options.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.Options.TraceId;
        if (invocation.Options.ClientContext is { } client)
            headers["Lambda-Runtime-Client-Context"] = client;

        if (invocation.Options.CognitoIdentity is { } identity)
            headers["Lambda-Runtime-Cognito-Identity"] = identity;

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        await http.Response.Body.WriteAsync(invocation.Payload);
        StartedSource(Interlocked.Increment(ref handedOutCount)).TrySetResult();
    }

    private async Task TakeAsync(HttpContext http, string id, bool isError)
    {
        var outcome = await ReadAsync(http, isError);
        if (failures.TryDequeue(out var status))
        {
            await WriteAsync(http, status, """{"errorMessage":"as told","errorType":"Test"}""");
        }
        else if (!isError && outcome.Body.Length > LargestAnswer)
        {
            await WriteAsync(http, StatusCodes.Status413PayloadTooLarge, """{"errorMessage":"Exceeded maximum allowed payload size","errorType":"RequestEntityTooLarge"}""");
        }
        else if (handedOut.TryRemove(id, out var invocation))
        {
            await WriteAsync(http, StatusCodes.Status202Accepted, """{"status":"OK"}""");
            invocation.Outcome.TrySetResult(outcome);
        }
        else
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}""");
        }
    }

    private async Task TakeInitErrorAsync(HttpContext http)
    {
        var outcome = await ReadAsync(http, isError: true);
        await WriteAsync(http, StatusCodes.Status202Accepted, """{"status":"OK"}""");
        initError.TrySetResult(outcome);
    }

    private static async Task<InvocationOutcome> ReadAsync(HttpContext http, bool isError)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal);
        return new InvocationOutcome(
            body.ToArray(),
            isError ? headers.GetValueOrDefault("lambda-runtime-function-error-type", "Unknown") : null,
            headers);
    }
}
