#nullable enable
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Ghostbusters.Compat;

/// <summary>A service's address: the one that is configured, else the region's.</summary>
internal sealed class RegionalEndpoint(string service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var usesFips = parameters["UseFIPS"] is true;
        if (parameters["UseDualStack"] is true)
            throw new AmazonClientException($"The stand-in for {service} knows no dual-stack endpoints. Set ServiceURL.");

        if (parameters["Endpoint"] is string { Length: > 0 } configured)
        {
            return usesFips
                ? throw new AmazonClientException("An endpoint of one's own and FIPS exclude each other.")
                : new Endpoint(configured);
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
            throw new AmazonClientException("No region is configured: set RegionEndpoint or AWS_REGION.");

        var suffix = RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        return new Endpoint($"https://{service}{(usesFips ? "-fips" : "")}.{region}.{suffix}");
    }
}
