using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Ghostbusters.Compat.Tests;

/// <summary>Payloads with the fields that the API Gateway and Lambda documentation name.</summary>
public class ApiGatewayEventTests
{
    [Fact]
    public void RestRequest_WithSeveralValuesAndClaims()
    {
        var request = Json.Read<APIGatewayProxyRequest, RestApiJson>("""
            {
              "resource": "/scans/{id}", "path": "/scans/42", "httpMethod": "GET",
              "headers": { "Accept": "application/json", "X-Tag": "b" },
              "multiValueHeaders": { "Accept": ["application/json"], "X-Tag": ["a", "b"] },
              "queryStringParameters": { "page": "2" },
              "multiValueQueryStringParameters": { "page": ["1", "2"] },
              "pathParameters": { "id": "42" },
              "stageVariables": { "color": "blue" },
              "requestContext": {
                "accountId": "123456789012", "apiId": "abc123", "resourceId": "res1", "resourcePath": "/scans/{id}", "httpMethod": "GET",
                "stage": "prod", "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef", "extendedRequestId": "ext=", "path": "/prod/scans/42",
                "requestTime": "26/Nov/2026:01:02:03 +0000", "requestTimeEpoch": 1795654923000,
                "identity": {
                  "sourceIp": "203.0.113.9", "userAgent": "curl/8.0", "apiKeyId": "key1", "user": null, "cognitoIdentityId": null,
                  "clientCert": { "clientCertPem": "PEM", "subjectDN": "CN=a", "issuerDN": "CN=b", "serialNumber": "1",
                                  "validity": { "notBefore": "May 28 12:30:02 2019 GMT", "notAfter": "Aug  5 09:36:04 2021 GMT" } }
                },
                "authorizer": { "principalId": "user1", "tenant": "acme", "level": 3, "claims": { "sub": "user1", "scope": "scans:read" } }
              },
              "body": null, "isBase64Encoded": false
            }
            """);

        Assert.Equal("42", request.PathParameters["id"]);
        Assert.Equal(["a", "b"], request.MultiValueHeaders["X-Tag"]);
        Assert.Equal(["1", "2"], request.MultiValueQueryStringParameters["page"]);
        Assert.Equal("blue", request.StageVariables["color"]);
        Assert.Null(request.Body);
        Assert.Equal("203.0.113.9", request.RequestContext.Identity.SourceIp);
        Assert.Equal("CN=a", request.RequestContext.Identity.ClientCert.SubjectDN);
        Assert.Equal("May 28 12:30:02 2019 GMT", request.RequestContext.Identity.ClientCert.Validity.NotBefore);
        Assert.Equal(1795654923000, request.RequestContext.RequestTimeEpoch);
        Assert.Equal("acme", request.RequestContext.Authorizer["tenant"].ToString());
        Assert.Equal("3", request.RequestContext.Authorizer["level"].ToString());
        Assert.Equal("scans:read", request.RequestContext.Authorizer.Claims["scope"]);
    }

    [Theory]
    [InlineData("CONNECT", "$connect")]
    [InlineData("MESSAGE", "sendmessage")]
    [InlineData("DISCONNECT", "$disconnect")]
    public void WebSocketRequest_HasConnectionRouteAndKind(string eventType, string routeKey)
    {
        var request = Json.Read<APIGatewayProxyRequest, RestApiJson>($$"""
            {
              "requestContext": {
                "routeKey": "{{routeKey}}", "eventType": "{{eventType}}", "messageId": "m1", "messageDirection": "IN", "connectedAt": 1795654923000,
                "connectionId": "abcd1234=", "domainName": "xyz.execute-api.eu-central-1.amazonaws.com", "stage": "prod", "apiId": "xyz"
              },
              "body": "{\"action\":\"sendmessage\"}", "isBase64Encoded": false
            }
            """);

        Assert.Equal((eventType, routeKey), (request.RequestContext.EventType, request.RequestContext.RouteKey));
        Assert.Equal("abcd1234=", request.RequestContext.ConnectionId);
        Assert.Equal(1795654923000, request.RequestContext.ConnectedAt);
        Assert.Empty(request.RequestContext.Authorizer?.Claims ?? []);
    }

    [Fact]
    public void Response_LeavesOutWhatIsNotSet()
    {
        var json = Json.Write(
            new APIGatewayProxyResponse { StatusCode = 201, Headers = new Dictionary<string, string> { ["Location"] = "/scans/ü" }, Body = "{\"a\":\"<b>\"}" },
            new SourceGeneratorLambdaJsonSerializer<RestApiJson>());

        Assert.Equal("""{"statusCode":201,"headers":{"Location":"/scans/ü"},"body":"{\"a\":\"<b>\"}","isBase64Encoded":false}""", json);
    }

    [Fact]
    public void HttpApiRequest_WithJwtAndCookies()
    {
        var request = Json.Read<APIGatewayHttpApiV2ProxyRequest, HttpApiJson>("""
            {
              "version": "2.0", "routeKey": "POST /scans", "rawPath": "/scans", "rawQueryString": "a=1&a=2", "cookies": ["c1=x", "c2=y"],
              "headers": { "content-type": "application/json" }, "queryStringParameters": { "a": "1,2" },
              "requestContext": {
                "accountId": "123456789012", "apiId": "api1", "domainName": "api1.execute-api.eu-central-1.amazonaws.com", "domainPrefix": "api1",
                "http": { "method": "POST", "path": "/scans", "protocol": "HTTP/1.1", "sourceIp": "203.0.113.9", "userAgent": "curl/8.0" },
                "authorizer": { "jwt": { "claims": { "sub": "u1" }, "scopes": ["scans:write"] } },
                "requestId": "r1", "routeKey": "POST /scans", "stage": "$default", "time": "26/Nov/2026:01:02:03 +0000", "timeEpoch": 1795654923000
              },
              "body": "e30=", "isBase64Encoded": true
            }
            """);

        Assert.Equal(["c1=x", "c2=y"], request.Cookies);
        Assert.Equal("POST", request.RequestContext.Http.Method);
        Assert.Equal("u1", request.RequestContext.Authorizer.Jwt.Claims["sub"]);
        Assert.Equal(["scans:write"], request.RequestContext.Authorizer.Jwt.Scopes);
        Assert.True(request.IsBase64Encoded);
    }

    [Fact]
    public void HttpApiResponse_JoinsHeaderValues()
    {
        var response = new APIGatewayHttpApiV2ProxyResponse();

        response.SetHeaderValues("vary", "accept", append: false);
        response.SetHeaderValues("vary", ["origin", "cookie"], append: true);
        response.SetHeaderValues("etag", "1", append: true);

        Assert.Equal("accept,origin,cookie", response.Headers["vary"]);
        Assert.Equal("1", response.Headers["etag"]);
    }
}

/// <summary>One context for one payload version: two types of API events in one do not generate.</summary>
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class RestApiJson : JsonSerializerContext;

[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
internal sealed partial class HttpApiJson : JsonSerializerContext;
