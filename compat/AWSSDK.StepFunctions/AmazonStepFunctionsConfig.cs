using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Ghostbusters.Compat;

namespace Amazon.StepFunctions;

/// <summary>Where the service is and how it is called.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    public AmazonStepFunctionsConfig()
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        base.ServiceId = "SFN";
        AuthenticationServiceName = "states";
        EndpointProvider = new RegionalEndpoint("states");
    }

    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => "2016-11-23";

    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("SFN", "0.1.0-ghostbusters-compat");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.ParametersOf(this, parameters.AlternateEndpoint));
}
