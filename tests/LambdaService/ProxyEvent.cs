using System.Text;
using System.Text.Json.Nodes;

namespace Ghostbusters.LambdaService;

/// <summary>The event that a REST API's proxy integration (payload format 1.0) makes of a request: every field that the documentation names.</summary>
internal static class ProxyEvent
{
    /// <param name="body">The gateway has all media types declared as binary, so every body arrives as base64.</param>
    public static byte[] Of(GatewayRequest request, string resource, IReadOnlyDictionary<string, string> parameters, byte[] body) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["resource"] = resource,
        ["path"] = Uri.UnescapeDataString(request.RawPath),
        ["httpMethod"] = request.Method,
        ["headers"] = GatewayRequest.Last(request.Headers),
        ["multiValueHeaders"] = GatewayRequest.All(request.Headers),
        ["queryStringParameters"] = GatewayRequest.Last(request.Query),
        ["multiValueQueryStringParameters"] = GatewayRequest.All(request.Query),
        ["pathParameters"] = parameters.Count == 0 ? null : new JsonObject(parameters.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["stageVariables"] = null,
        ["requestContext"] = Context(request, resource),
        ["body"] = body.Length == 0 ? null : Convert.ToBase64String(body),
        ["isBase64Encoded"] = body.Length > 0,
    }.ToJsonString());

    private static JsonObject Context(GatewayRequest request, string resource) => new()
    {
        ["resourceId"] = "abc123",
        ["resourcePath"] = resource,
        ["httpMethod"] = request.Method,
        ["extendedRequestId"] = request.Id,
        ["requestTime"] = GatewayRequest.TimeText(request.At),
        ["path"] = $"/{GatewayRequest.Stage}{request.RawPath}",
        ["accountId"] = GatewayRequest.Account,
        ["protocol"] = "HTTP/1.1",
        ["stage"] = GatewayRequest.Stage,
        ["domainPrefix"] = request.Host.Split('.')[0],
        ["requestTimeEpoch"] = request.At.ToUnixTimeMilliseconds(),
        ["requestId"] = request.Id,
        ["identity"] = new JsonObject
        {
            ["cognitoIdentityPoolId"] = null,
            ["accountId"] = null,
            ["cognitoIdentityId"] = null,
            ["caller"] = null,
            ["sourceIp"] = request.SourceIp,
            ["principalOrgId"] = null,
            ["accessKey"] = null,
            ["cognitoAuthenticationType"] = null,
            ["cognitoAuthenticationProvider"] = null,
            ["userArn"] = null,
            ["userAgent"] = request.UserAgent,
            ["user"] = null,
        },
        ["domainName"] = request.Host,
        ["apiId"] = GatewayRequest.Api,
    };
}
