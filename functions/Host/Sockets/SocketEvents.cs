using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Catalogue.Routes;

namespace Ghostbusters.Functions.Host.Sockets;

/// <summary>What happens on a connection, as API Gateway's events.</summary>
/// <param name="connect">The event of the connect: the others carry its address and name.</param>
internal sealed class SocketEvents(APIGatewayProxyRequest connect, string connectionId, long connectedAt)
{
    public APIGatewayProxyRequest Connect()
    {
        Fill(connect.RequestContext, SocketRoutes.Connect, "CONNECT");
        return connect;
    }

    public APIGatewayProxyRequest Disconnect(string requestId) => Of(SocketRoutes.Disconnect, "DISCONNECT", requestId, null);

    public APIGatewayProxyRequest Message(string key, string requestId, byte[] message) => Of(key, "MESSAGE", requestId, Encoding.UTF8.GetString(message));

    /// <summary>The <c>action</c> of a message; null where it is no JSON object with one.</summary>
    public static string? ActionOf(byte[] message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.String ? action.GetString() : null;
        }
        catch (JsonException)
        {
            return null; // It goes to $default, which says what is wanted.
        }
    }

    private APIGatewayProxyRequest Of(string key, string kind, string requestId, string? body)
    {
        var context = new APIGatewayProxyRequest.ProxyRequestContext
        {
            Stage = connect.RequestContext.Stage,
            RequestId = requestId,
            ExtendedRequestId = requestId,
            DomainName = connect.RequestContext.DomainName,
            Identity = connect.RequestContext.Identity,
            MessageId = body is null ? null : requestId,
        };
        Fill(context, key, kind);
        return new APIGatewayProxyRequest { RequestContext = context, Body = body };
    }

    private void Fill(APIGatewayProxyRequest.ProxyRequestContext context, string key, string kind)
    {
        context.RouteKey = key;
        context.EventType = kind;
        context.ConnectionId = connectionId;
        context.ConnectedAt = connectedAt;
        context.MessageDirection = "IN";
    }
}
