namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>Asks for a connection.</summary>
public class GetConnectionRequest : AmazonApiGatewayManagementApiRequest
{
    public string ConnectionId { get; set; }
}
