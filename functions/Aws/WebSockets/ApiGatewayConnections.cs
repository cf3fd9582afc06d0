using Amazon.ApiGatewayManagementApi;
using Amazon.ApiGatewayManagementApi.Model;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Aws.WebSockets;

/// <summary>Connections of an API Gateway WebSocket API. Whose one is stands in the table, since the gateway does not know.</summary>
/// <param name="connect">Makes the client at the first push: most invocations have nobody to tell.</param>
public sealed class ApiGatewayConnections(Func<IAmazonApiGatewayManagementApi> connect, ITable table) : IConnections
{
    private readonly Lazy<IAmazonApiGatewayManagementApi> _client = new(connect);

    public async Task<PushOutcome> PushAsync(TenantId tenant, string connection, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var item = await table.GetAsync(TenantId.Platform, ConnectionItem.Key(connection), cancellation).ConfigureAwait(false);
        if (item is null || ConnectionItem.TenantOf(item) != tenant) return PushOutcome.Gone;
        using var data = new MemoryStream(message.ToArray(), writable: false);
        try
        {
            await _client.Value.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = connection, Data = data }, cancellation).ConfigureAwait(false);
            return PushOutcome.Pushed;
        }
        catch (GoneException)
        {
            return PushOutcome.Gone;
        }
    }
}
