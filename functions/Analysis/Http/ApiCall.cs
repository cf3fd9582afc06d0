using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>A request whose caller is verified.</summary>
internal sealed record ApiCall(APIGatewayProxyRequest Request, Caller Caller, TraceContext Trace, CancellationToken Cancellation)
{
    public TenantId Tenant => Caller.Tenant;

    /// <summary>A part of the path; empty where the route has none of that name.</summary>
    public string Path(string name) => Request.PathParameters?.TryGetValue(name, out var value) == true ? value ?? "" : "";

    public string? Query(string name) => Request.QueryStringParameters?.TryGetValue(name, out var value) == true ? value : null;

    public string? Header(string name) => Request.HeaderOf(name);
}

/// <summary>Reads requests.</summary>
internal static class RequestHeaders
{
    /// <summary>A header, whatever case the gateway hands its name on in.</summary>
    public static string? HeaderOf(this APIGatewayProxyRequest request, string name) =>
        request.Headers?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
