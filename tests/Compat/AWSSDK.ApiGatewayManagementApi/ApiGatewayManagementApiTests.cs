using Amazon.ApiGatewayManagementApi;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime;

namespace Ghostbusters.Compat.Tests;

public class ApiGatewayManagementApiTests
{
    [Fact]
    public async Task Post_SendsTheWholeMessage_ToTheStagesAddress()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var client = Client(service, "/prod");
        var data = new MemoryStream("""{"progress":"ü"}"""u8.ToArray()) { Position = 3 };

        await client.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = "ab/c=", Data = data });

        var request = Assert.Single(service.Requests);
        Assert.Equal(("POST", "/prod/%40connections/ab%2Fc%3D"), (request.Method, request.Path));
        Assert.Equal("""{"progress":"ü"}""", request.Text);
        Assert.EndsWith("/eu-central-1/execute-api/aws4_request", SignatureV4.Scope(request), StringComparison.Ordinal);
        Assert.Equal(SignatureV4.Expected(request, ServiceDouble.SecretKey), SignatureV4.Of(request));
    }

    [Fact]
    public async Task GoneConnection_IsAnExceptionOfItsOwn_AndNotTriedAgain()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(410, """{"message":null}""", errorType: "GoneException");
        using var client = Client(service);

        var gone = await Assert.ThrowsAsync<GoneException>(() =>
            client.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = "c1", Data = new MemoryStream([1]) }));

        Assert.Equal(System.Net.HttpStatusCode.Gone, gone.StatusCode);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ServerError_IsTriedAgain_WithTheWholeMessage()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(503, "");
        using var client = Client(service);

        await client.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = "c1", Data = new MemoryStream("hello"u8.ToArray()) });

        Assert.Equal(["hello", "hello"], service.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task Get_ReadsWhoIsThere()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(200, """
            {"connectedAt":"2026-11-26T01:02:03Z","identity":{"sourceIp":"203.0.113.9","userAgent":"ws"},"lastActiveAt":"2026-11-26T01:03:03Z"}
            """);
        using var client = Client(service);

        var connection = await client.GetConnectionAsync(new GetConnectionRequest { ConnectionId = "c1" });

        Assert.Equal(new DateTime(2026, 11, 26, 1, 2, 3, DateTimeKind.Utc), connection.ConnectedAt!.Value.ToUniversalTime());
        Assert.Equal(("203.0.113.9", "ws"), (connection.Identity.SourceIp, connection.Identity.UserAgent));
        Assert.Equal("GET", Assert.Single(service.Requests).Method);
    }

    [Fact]
    public async Task Delete_ClosesIt()
    {
        await using var service = await ServiceDouble.StartAsync();
        service.Answer(204, "");
        using var client = Client(service);

        await client.DeleteConnectionAsync(new DeleteConnectionRequest { ConnectionId = "c1" });

        Assert.Equal(("DELETE", "/%40connections/c1"), (Assert.Single(service.Requests).Method, service.Requests.Single().Path));
    }

    [Fact]
    public async Task MissingConnection_IsRefusedHere()
    {
        await using var service = await ServiceDouble.StartAsync();
        using var client = Client(service);

        await Assert.ThrowsAsync<AmazonApiGatewayManagementApiException>(() => client.DeleteConnectionAsync(new DeleteConnectionRequest()));

        Assert.Empty(service.Requests);
    }

    private static AmazonApiGatewayManagementApiClient Client(ServiceDouble service, string stage = "") => new(
        new BasicAWSCredentials(ServiceDouble.AccessKey, ServiceDouble.SecretKey),
        new AmazonApiGatewayManagementApiConfig { ServiceURL = service.Address + stage, AuthenticationRegion = "eu-central-1" });
}
