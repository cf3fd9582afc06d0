using System.Net.WebSockets;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Catalogue.Routes;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Sockets;

/// <summary>The WebSocket API: connect, messages and disconnect go to the functions that are annotated for them.</summary>
/// <param name="owner">Whose a connection is, as its connect function wrote it down: progress of others never goes there.</param>
internal sealed class SocketEndpoint(
    SocketRoutes routes, IReadOnlyDictionary<AnnotatedFunction, GeneratedHandler> handlers, LocalConnections connections,
    Func<string, Task<TenantId?>> owner, Invoker invoker, TimeProvider clock, JsonLog log)
{
    public const string Path = "/ghostbusters/progress";

    /// <summary>API Gateway's own.</summary>
    private const int MaximumMessage = 128 * 1024;

    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(29);

    public async Task AnswerAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.Headers.Upgrade = "websocket";
            await ProblemAnswers.WriteAsync(http.Response, new Problem(426, "upgrade-required", "This path speaks WebSocket")).ConfigureAwait(false);
            return;
        }
        var id = invoker.NextId();
        var now = clock.GetUtcNow();
        var events = new SocketEvents(ProxyRequests.Of(http, id, now), id, now.ToUnixTimeMilliseconds());
        var connect = events.Connect();
        var answer = await ConnectAsync(connect, id).ConfigureAwait(false);
        if (answer.StatusCode is < 200 or >= 300)
        {
            await ProxyAnswers.WriteAsync(answer, http.Response, http.RequestAborted).ConfigureAwait(false);
            return;
        }
        var protocol = answer.Headers?.FirstOrDefault(static h => h.Key.Equals("sec-websocket-protocol", StringComparison.OrdinalIgnoreCase)).Value;
        using var webSocket = await http.WebSockets.AcceptWebSocketAsync(protocol).ConfigureAwait(false);
        var socket = new OpenSocket(id, await owner(id).ConfigureAwait(false), webSocket, clock);
        connections.Add(socket);
        try
        {
            await ConverseAsync(socket, events, http.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            connections.Remove(socket);
            if (routes.Find(SocketRoutes.Disconnect) is { } disconnect) await RunAsync(disconnect, events.Disconnect(invoker.NextId())).ConfigureAwait(false);
        }
    }

    /// <summary>Until one side closes; the host's stop closes from outside, because a receive that is cancelled would cut the connection.</summary>
    private async Task ConverseAsync(OpenSocket socket, SocketEvents events, CancellationToken aborted)
    {
        try
        {
            while (await socket.ReceiveAsync(MaximumMessage, aborted).ConfigureAwait(false) is { } message)
                await HandleAsync(socket, events, message).ConfigureAwait(false);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            log.Information("socket-ended", ("connection", socket.Id), ("why", exception.GetType().Name)); // The other side is gone without a word.
        }
    }

    private async Task HandleAsync(OpenSocket socket, SocketEvents events, byte[] message)
    {
        var requestId = invoker.NextId();
        var (key, function) = routes.ForMessage(SocketEvents.ActionOf(message));
        var status = function is null ? StatusCodes.Status403Forbidden : (await RunAsync(function, events.Message(key, requestId, message)).ConfigureAwait(false))?.StatusCode ?? 200;
        if (status is 403 or >= 500)
        {
            // The texts of API Gateway.
            var text = $$"""{"message":"{{(status == 403 ? "Forbidden" : "Internal server error")}}","connectionId":"{{socket.Id}}","requestId":"{{requestId}}"}""";
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The answer of the connect function; nothing is let in where there is none.</summary>
    private async Task<APIGatewayProxyResponse> ConnectAsync(APIGatewayProxyRequest connect, string id)
    {
        if (routes.Find(SocketRoutes.Connect) is not { } function) return new APIGatewayProxyResponse { StatusCode = StatusCodes.Status404NotFound };
        var answer = await RunAsync(function, connect).WaitAsync(HandshakeLimit, clock).ConfigureAwait(false) ?? new APIGatewayProxyResponse { StatusCode = 200 };
        log.Information("socket-connect", ("connection", id), ("status", (long)answer.StatusCode));
        return answer;
    }

    /// <summary>What the function answers; status 500 where it throws; null where it answers nothing.</summary>
    private async Task<APIGatewayProxyResponse?> RunAsync(AnnotatedFunction function, APIGatewayProxyRequest request)
    {
        try
        {
            var context = invoker.Context(function, request.RequestContext.RequestId, FunctionEndpoint.Limit);
            var result = await handlers[function].InvokeAsync(request, context).ConfigureAwait(false);
            return result is null ? null : await ProxyAnswers.ReadAsync(result).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            log.Error("function-failed", exception, ("function", function.Name), ("request", request.RequestContext.RequestId));
            return new APIGatewayProxyResponse { StatusCode = StatusCodes.Status500InternalServerError };
        }
    }
}
