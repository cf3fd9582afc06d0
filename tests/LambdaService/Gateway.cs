using System.Globalization;
using System.Net;
using Ghostbusters.Functions.Testing.Emulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.LambdaService;

/// <summary>
/// API Gateway on a loopback port: the REST API, the WebSocket API at <see cref="SocketPath"/>, and the WebSocket API's own
/// <c>@connections</c>, which takes signed requests only.
/// </summary>
public sealed class Gateway : IAsyncDisposable
{
    public const string SocketPath = "/ghostbusters/progress";

    private const string Connections = "/%40connections/";

    private readonly WebApplication _server;
    private readonly RestApi _rest;
    private readonly SocketApi _sockets;
    private readonly TimeProvider _clock;
    private int _next;

    private Gateway(WebApplication server, LambdaFunctions functions, TimeProvider clock)
    {
        (_server, _clock) = (server, clock);
        (_rest, _sockets) = (new RestApi(functions), new SocketApi(functions, clock));
    }

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Where functions push to connections: the address of the WebSocket API's stage.</summary>
    public Uri SocketStage => new(Address, "/" + GatewayRequest.Stage);

    /// <summary>Is called with each message that a function pushes, before it is sent and before the function has its answer.</summary>
    public Func<byte[], Task> BeforePush { get; set; } = static _ => Task.CompletedTask;

    public static async Task<Gateway> StartAsync(LambdaFunctions functions, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Limits.MaxRequestBodySize = 64 * 1024 * 1024; // More than the gateway takes, so that the refusal is its own.
            options.Listen(IPAddress.Loopback, 0);
        });
        var server = builder.Build();
        var gateway = new Gateway(server, functions, clock);
        server.UseWebSockets();
        server.Run(gateway.AnswerAsync);
        await server.StartAsync().ConfigureAwait(false);
        return gateway;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (path.StartsWith($"/{GatewayRequest.Stage}{Connections}", StringComparison.Ordinal)) return PushAsync(http, path);
        var number = Interlocked.Increment(ref _next).ToString("d12", CultureInfo.InvariantCulture);
        var request = GatewayRequest.Of(http, $"c6af9ac6-7b61-4e6e-9a41-{number}", _clock.GetUtcNow());
        return http.WebSockets.IsWebSocketRequest && request.RawPath == SocketPath ? _sockets.AnswerAsync(http, request) : _rest.AnswerAsync(http, request);
    }

    private async Task PushAsync(HttpContext http, string path)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body).ConfigureAwait(false);
        var id = Uri.UnescapeDataString(path[(path.IndexOf(Connections, StringComparison.Ordinal) + Connections.Length)..]);
        if (SigV4.Refusal(http.Request.Method, path, "", name => http.Request.Headers[name], body.ToArray()) is { } refusal)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, refusal).ConfigureAwait(false);
            return;
        }
        await BeforePush(body.ToArray()).ConfigureAwait(false);
        if (!await _sockets.PushAsync(id, body.ToArray(), CancellationToken.None).ConfigureAwait(false))
            await RefuseAsync(http, StatusCodes.Status410Gone, "GoneException").ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext http, int status, string type)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["x-amzn-ErrorType"] = type;
        return http.Response.WriteAsJsonAsync(new { message = type });
    }
}
