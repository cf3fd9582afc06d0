using System.Globalization;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime.Internal;

namespace Amazon.ApiGatewayManagementApi.Internal;

internal static class PostToConnection
{
    public static InvokeOptions Operation { get; } = ConnectionCall.Of<PostToConnectionRequest>(
        "POST", request => request.ConnectionId, _ => new PostToConnectionResponse(), Write);

    /// <summary>The whole message from its first byte, wherever the stream stands.</summary>
    private static void Write(PostToConnectionRequest input, IRequest request)
    {
        var data = input.Data ?? new MemoryStream();
        data.Position = 0;
        request.ContentStream = data;
        request.Headers["Content-Length"] = data.Length.ToString(CultureInfo.InvariantCulture);
        request.Headers["Content-Type"] = "application/octet-stream";
    }
}
