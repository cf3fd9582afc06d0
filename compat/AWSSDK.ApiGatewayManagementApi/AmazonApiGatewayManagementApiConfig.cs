using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Ghostbusters.Compat;

namespace Amazon.ApiGatewayManagementApi;

/// <summary>Where the service is and how it is called.</summary>
public class AmazonApiGatewayManagementApiConfig : ClientConfig
{
    public AmazonApiGatewayManagementApiConfig()
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        base.ServiceId = "ApiGatewayManagementApi";
        AuthenticationServiceName = "execute-api";
        EndpointProvider = new RegionalEndpoint("execute-api");
    }

    public static new string ServiceId => "ApiGatewayManagementApi";

    public override string RegionEndpointServiceName => "execute-api";

    public override string ServiceVersion => "2018-11-29";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("ApiGatewayManagementApi", "0.1.0-ghostbusters-compat");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.ParametersOf(this, parameters.AlternateEndpoint));
}
