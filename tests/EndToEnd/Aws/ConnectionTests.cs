using System.Net.WebSockets;
using System.Text;
using Amazon.ApiGatewayManagementApi;
using Amazon.Runtime;
using Ghostbusters.Functions.Aws.WebSockets;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Ghostbusters.Functions.Testing.Emulators;
using Ghostbusters.Functions.Testing.Memory;
using Ghostbusters.LambdaService;

namespace Ghostbusters.EndToEnd.Aws;

/// <summary>Pushing to WebSocket connections through API Gateway's own interface, to real sockets.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TenantId Bob = TenantId.Parse("bob");

    private readonly InMemoryTable _table = new(TimeProvider.System);
    private readonly LambdaFunctions _nobody = new("", [], []);
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _time = new(TimeSpan.FromMinutes(1));
    private Gateway _gateway = null!;

    [Fact]
    public async Task AMessage_ArrivesAtItsConnection_WholeAndAsText()
    {
        await ConnectAsync();
        Assert.Equal(PushOutcome.Pushed, await Connections().PushAsync(Ada, "connection-1=", "{\"ü\":1}"u8.ToArray(), _time.Token));
        Assert.Equal("{\"ü\":1}", await ReceiveAsync());
    }

    [Fact]
    public async Task ToAnothersConnection_NothingIsSent()
    {
        await ConnectAsync();
        Assert.Equal(PushOutcome.Gone, await Connections().PushAsync(Bob, "connection-1=", "secret"u8.ToArray(), _time.Token));
        await Connections().PushAsync(Ada, "connection-1=", "own"u8.ToArray(), _time.Token);
        Assert.Equal("own", await ReceiveAsync());
    }

    [Fact]
    public async Task AConnectionThatIsClosed_OrWasNever_IsGone()
    {
        await ConnectAsync();
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, _time.Token);
        await OwnAsync("connection-9=");
        Assert.Equal(PushOutcome.Gone, await Connections().PushAsync(Ada, "connection-9=", "x"u8.ToArray(), _time.Token));
        Assert.Equal(PushOutcome.Gone, await Connections().PushAsync(Ada, "unknown", "x"u8.ToArray(), _time.Token));
        Assert.Equal(PushOutcome.Gone, await Connections().PushAsync(Ada, "connection-1=", "x"u8.ToArray(), _time.Token));
    }

    [Fact]
    public async Task WithTheWrongKey_ItFails_AndSendsNothing()
    {
        await ConnectAsync();
        var wrong = Connections(new BasicAWSCredentials(SigV4.AccessKey, "another secret"));
        await Assert.ThrowsAnyAsync<AmazonApiGatewayManagementApiException>(() => wrong.PushAsync(Ada, "connection-1=", "x"u8.ToArray(), _time.Token));
        await Connections().PushAsync(Ada, "connection-1=", "own"u8.ToArray(), _time.Token);
        Assert.Equal("own", await ReceiveAsync());
    }

    public async Task InitializeAsync() => _gateway = await Gateway.StartAsync(_nobody, TimeProvider.System);

    public async Task DisposeAsync()
    {
        _socket.Dispose();
        await _gateway.DisposeAsync();
        await _nobody.DisposeAsync();
        _time.Dispose();
    }

    private ApiGatewayConnections Connections(AWSCredentials? credentials = null) => new(
        () => new AmazonApiGatewayManagementApiClient(credentials ?? AwsJsonServer.Credentials, new AmazonApiGatewayManagementApiConfig
        {
            ServiceURL = _gateway.SocketStage.ToString(),
            AuthenticationRegion = "eu-central-1",
        }),
        _table);

    private async Task ConnectAsync()
    {
        await _socket.ConnectAsync(new UriBuilder(_gateway.Address) { Scheme = "ws", Path = Gateway.SocketPath }.Uri, _time.Token);
        await OwnAsync("connection-1=");
    }

    private Task OwnAsync(string connection) =>
        _table.PutAsync(TenantId.Platform, ConnectionItem.Write(connection, Ada, TimeProvider.System.GetUtcNow().AddHours(1)), WriteCondition.None, _time.Token);

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[1024];
        var received = await _socket.ReceiveAsync(buffer, _time.Token);
        Assert.Equal((WebSocketMessageType.Text, true), (received.MessageType, received.EndOfMessage));
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
