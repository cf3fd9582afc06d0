namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>Sends a message of at most 128 KB.</summary>
public class PostToConnectionRequest : AmazonApiGatewayManagementApiRequest
{
    public string ConnectionId { get; set; }

    public MemoryStream Data { get; set; }
}
