using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Catalogue.Routes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ghostbusters.Functions.Host.Http;

/// <summary>HTTP requests as the events that API Gateway makes of them.</summary>
internal static class ProxyRequests
{
    public const string Stage = "local";

    /// <summary>The event without a route: what a WebSocket's connect and a request have in common.</summary>
    public static APIGatewayProxyRequest Of(HttpContext http, string requestId, DateTimeOffset now) => new()
    {
        Path = http.Request.Path.Value ?? "/",
        HttpMethod = http.Request.Method,
        Headers = Last(http.Request.Headers),
        MultiValueHeaders = All(http.Request.Headers),
        QueryStringParameters = Last(http.Request.Query),
        MultiValueQueryStringParameters = All(http.Request.Query),
        RequestContext = new APIGatewayProxyRequest.ProxyRequestContext
        {
            Path = http.Request.Path.Value,
            HttpMethod = http.Request.Method,
            Stage = Stage,
            RequestId = requestId,
            ExtendedRequestId = requestId,
            DomainName = http.Request.Host.Host,
            RequestTime = now.ToString("dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture),
            RequestTimeEpoch = now.ToUnixTimeMilliseconds(),
            Identity = new APIGatewayProxyRequest.RequestIdentity
            {
                SourceIp = http.Connection.RemoteIpAddress?.ToString(),
                UserAgent = http.Request.Headers.UserAgent.LastOrDefault(),
            },
        },
    };

    /// <summary>The event of a route.</summary>
    public static APIGatewayProxyRequest Of(HttpContext http, RouteMatch match, RequestBody body, string requestId, DateTimeOffset now)
    {
        var request = Of(http, requestId, now);
        request.Resource = request.RequestContext.ResourcePath = match.Route!.Template.Text;
        request.PathParameters = match.Parameters.Count == 0 ? null : match.Parameters;
        request.Body = body.Text;
        request.IsBase64Encoded = body.IsBase64;
        return request;
    }

    /// <summary>Of several values of a name, API Gateway gives the last.</summary>
    private static Dictionary<string, string>? Last(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        Filled(values.ToDictionary(static v => v.Key, static v => v.Value.LastOrDefault() ?? "", StringComparer.Ordinal));

    private static Dictionary<string, IList<string>>? All(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        Filled(values.ToDictionary(static v => v.Key, static v => (IList<string>)[.. v.Value.Select(static text => text ?? "")], StringComparer.Ordinal));

    /// <summary>API Gateway gives null where there is nothing.</summary>
    private static Dictionary<string, T>? Filled<T>(Dictionary<string, T> values) => values.Count == 0 ? null : values;
}
