using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>The connection is closed.</summary>
public class DeleteConnectionResponse : AmazonWebServiceResponse;
