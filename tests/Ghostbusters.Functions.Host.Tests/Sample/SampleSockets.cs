using System.Text;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Keys;
using Ghostbusters.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Tests.Sample;

/// <summary>A WebSocket that says what it is told.</summary>
public class SampleSockets([FromKeyedServices(TableNames.Analysis)] ITable table, ApiKeys keys, IConnections connections)
{
    [LambdaFunction]
    [WebSocketRoute("$connect")]
    [RequiresScope("sample:write")]
    public async Task<APIGatewayProxyResponse> Connect(APIGatewayProxyRequest request)
    {
        var key = request.Headers.FirstOrDefault(static h => h.Key.Equals("authorization", StringComparison.OrdinalIgnoreCase)).Value?["Bearer ".Length..];
        if (await keys.VerifyAsync(key, CancellationToken.None) is not { } caller) return new APIGatewayProxyResponse { StatusCode = 401 };
        await table.PutAsync(TenantId.Platform, ConnectionItem.Write(request.RequestContext.ConnectionId, caller.Tenant, DateTimeOffset.MaxValue), WriteCondition.None, CancellationToken.None);
        return new APIGatewayProxyResponse { StatusCode = 200 };
    }

    [LambdaFunction]
    [WebSocketRoute("say")]
    [Anonymous("A sample.")]
    public async Task<APIGatewayProxyResponse> Say(APIGatewayProxyRequest request)
    {
        var tenant = TenantId.Parse(request.Body.Contains("\"stranger\"", StringComparison.Ordinal) ? "stranger" : "local");
        var outcome = await connections.PushAsync(tenant, request.RequestContext.ConnectionId, Encoding.UTF8.GetBytes($"{request.RequestContext.RouteKey} {request.RequestContext.EventType}"), CancellationToken.None);
        if (outcome == PushOutcome.Gone) await connections.PushAsync(TenantId.Parse("local"), request.RequestContext.ConnectionId, Encoding.UTF8.GetBytes("gone"), CancellationToken.None);
        return new APIGatewayProxyResponse { StatusCode = 200 };
    }

    [LambdaFunction]
    [WebSocketRoute("$disconnect")]
    public async Task<APIGatewayProxyResponse> Disconnect(APIGatewayProxyRequest request)
    {
        await SampleInbox.Disconnected.Writer.WriteAsync(request.RequestContext.ConnectionId);
        return new APIGatewayProxyResponse { StatusCode = 200 };
    }
}
