using System.Text.Json;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime.Internal;
using Ghostbusters.Compat;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal static class GetConnection
{
    public static InvokeOptions Operation { get; } = ConnectionCall.Of<GetConnectionRequest>("GET", request => request.ConnectionId, Read);

    private static GetConnectionResponse Read(JsonElement answer) => new()
    {
        ConnectedAt = answer.Time("connectedAt"),
        Identity = answer.Field("identity") is { } identity
            ? new Identity { SourceIp = identity.Text("sourceIp"), UserAgent = identity.Text("userAgent") }
            : null,
        LastActiveAt = answer.Time("lastActiveAt"),
    };
}
