using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime.Internal;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal static class DeleteConnection
{
    public static InvokeOptions Operation { get; } = ConnectionCall.Of<DeleteConnectionRequest>(
        "DELETE", request => request.ConnectionId, _ => new DeleteConnectionResponse());
}
