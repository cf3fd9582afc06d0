using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>A connection: since when it is, and who is on the other side.</summary>
public class GetConnectionResponse : AmazonWebServiceResponse
{
    public DateTime? ConnectedAt { get; set; }

    public Identity Identity { get; set; }

    public DateTime? LastActiveAt { get; set; }
}
