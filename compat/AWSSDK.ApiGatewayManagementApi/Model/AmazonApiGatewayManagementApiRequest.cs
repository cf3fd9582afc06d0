using Amazon.Runtime;

namespace Amazon.ApiGatewayManagementApi.Model;

/// <summary>What requests to the service have in common.</summary>
public class AmazonApiGatewayManagementApiRequest : AmazonWebServiceRequest;
