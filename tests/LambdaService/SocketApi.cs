using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.LambdaService;

/// <summary>The WebSocket API: its connections, and the functions of its routes. Messages are routed by <c>action</c>.</summary>
internal sealed class SocketApi(LambdaFunctions functions, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SocketConnection> _open = new(StringComparer.Ordinal);
    private int _next;

    public async Task AnswerAsync(HttpContext http, GatewayRequest request)
    {
        var id = "connection-" + Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture) + "=";
        var events = new SocketEvent(request, id);
        var answer = Find("$connect") is { } connect ? ProxyAnswer.Of(await functions.InvokeAsync(connect, events.Connect()).ConfigureAwait(false)) : null;
        if (answer is { Status: < 200 or >= 300 })
        {
            http.Response.StatusCode = answer.Status;
            return;
        }
        var protocol = answer?.Headers.FirstOrDefault(static header => header.Key.Equals("Sec-WebSocket-Protocol", StringComparison.OrdinalIgnoreCase)).Value;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(protocol).ConfigureAwait(false);
        var connection = _open[id] = new SocketConnection(socket);
        try
        {
            while (await connection.ReceiveAsync(http.RequestAborted).ConfigureAwait(false) is { } message)
                await TakeAsync(connection, events, id, message).ConfigureAwait(false);
            await connection.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            _open.TryRemove(id, out _);
            if (Find("$disconnect") is { } disconnect)
                await functions.InvokeAsync(disconnect, events.Disconnect(RequestId(id), 1000, "Client-side close", clock.GetUtcNow())).ConfigureAwait(false);
        }
    }

    /// <returns>Whether there is such a connection.</returns>
    public async Task<bool> PushAsync(string id, byte[] message, CancellationToken cancellation) =>
        _open.TryGetValue(id, out var connection) && await connection.PushAsync(message, cancellation).ConfigureAwait(false);

    private async Task TakeAsync(SocketConnection connection, SocketEvent events, string id, string message)
    {
        var requestId = RequestId(id);
        var route = ActionOf(message);
        var function = (route is null ? null : Find(route)) ?? Find(route = "$default");
        var status = function is null ? 403 : ProxyAnswer.Of(await functions.InvokeAsync(function, events.Message(route!, requestId, message, clock.GetUtcNow())).ConfigureAwait(false)).Status;
        // An answer goes nowhere; a failure is told in the gateway's own words.
        if (status is not (403 or >= 500)) return;
        var text = $$"""{"message":"{{(status == 403 ? "Forbidden" : "Internal server error")}}","connectionId":"{{id}}","requestId":"{{requestId}}"}""";
        await connection.PushAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None).ConfigureAwait(false);
    }

    private DeployedFunction? Find(string route) => functions.All.FirstOrDefault(function => function.SocketRoute == route);

    private string RequestId(string connection) => $"{connection}{Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture)}";

    private static string? ActionOf(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.String ? action.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
