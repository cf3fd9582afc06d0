using System.Text;
using System.Text.Json.Nodes;

namespace Ghostbusters.LambdaService;

/// <summary>The events that a WebSocket API makes of a connection: every field that the documentation names.</summary>
/// <param name="connect">The request that opened it.</param>
internal sealed class SocketEvent(GatewayRequest connect, string connection)
{
    public byte[] Connect()
    {
        var made = new JsonObject
        {
            ["headers"] = GatewayRequest.Last(connect.Headers),
            ["multiValueHeaders"] = GatewayRequest.All(connect.Headers),
        };
        // Unlike the REST API, it leaves out what there is none of.
        if (GatewayRequest.Last(connect.Query) is { } query)
        {
            made["queryStringParameters"] = query;
            made["multiValueQueryStringParameters"] = GatewayRequest.All(connect.Query);
        }
        made["requestContext"] = Context("$connect", "CONNECT", connect.Id, connect.At);
        made["isBase64Encoded"] = false;
        return Bytes(made);
    }

    public byte[] Message(string route, string requestId, string body, DateTimeOffset now)
    {
        var context = Context(route, "MESSAGE", requestId, now);
        context["messageId"] = requestId;
        return Bytes(new JsonObject { ["requestContext"] = context, ["body"] = body, ["isBase64Encoded"] = false });
    }

    public byte[] Disconnect(string requestId, int status, string reason, DateTimeOffset now)
    {
        var context = Context("$disconnect", "DISCONNECT", requestId, now);
        context["disconnectStatusCode"] = status;
        context["disconnectReason"] = reason;
        var headers = new JsonObject { ["Host"] = connect.Host, ["x-api-key"] = "", ["X-Forwarded-For"] = "", ["x-restapi"] = "" };
        var all = new JsonObject(headers.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray(pair.Value!.DeepClone()))));
        return Bytes(new JsonObject { ["headers"] = headers, ["multiValueHeaders"] = all, ["requestContext"] = context, ["isBase64Encoded"] = false });
    }

    private JsonObject Context(string route, string kind, string requestId, DateTimeOffset now) => new()
    {
        ["routeKey"] = route,
        ["eventType"] = kind,
        ["extendedRequestId"] = requestId,
        ["requestTime"] = GatewayRequest.TimeText(now),
        ["messageDirection"] = "IN",
        ["stage"] = GatewayRequest.Stage,
        ["connectedAt"] = connect.At.ToUnixTimeMilliseconds(),
        ["requestTimeEpoch"] = now.ToUnixTimeMilliseconds(),
        ["identity"] = new JsonObject { ["userAgent"] = connect.UserAgent, ["sourceIp"] = connect.SourceIp },
        ["requestId"] = requestId,
        ["domainName"] = connect.Host,
        ["connectionId"] = connection,
        ["apiId"] = GatewayRequest.Api,
    };

    private static byte[] Bytes(JsonObject made) => Encoding.UTF8.GetBytes(made.ToJsonString());
}
