using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>The message is sent.</summary>
public class PostToConnectionResponse : AmazonWebServiceResponse;
