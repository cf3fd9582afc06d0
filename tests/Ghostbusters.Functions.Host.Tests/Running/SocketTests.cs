using System.Net.WebSockets;
using System.Text;
using Ghostbusters.Functions.Host.Tests.Sample;

namespace Ghostbusters.Functions.Host.Tests.Running;

public class SocketTests
{
    [Fact]
    public async Task WithoutAKey_NobodyConnects()
    {
        await using var run = await HostRun.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(AddressOf(run), CancellationToken.None));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    [Fact]
    public async Task AMessage_GoesToTheFunctionOfItsAction_WhichPushes_AndLeavingIsTold()
    {
        await using var run = await HostRun.StartAsync();
        using var socket = await OpenAsync(run);
        Assert.Equal("say MESSAGE", await AskAsync(socket, """{"action":"say"}"""));
        Assert.Contains("Forbidden", await AskAsync(socket, """{"action":"unknown"}"""), StringComparison.Ordinal);
        Assert.Contains("Forbidden", await AskAsync(socket, """{"action":"$connect"}"""), StringComparison.Ordinal);
        Assert.Contains("Forbidden", await AskAsync(socket, "no json"), StringComparison.Ordinal);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(await SampleInbox.Disconnected.Reader.ReadAsync(limit.Token));
    }

    [Fact]
    public async Task APush_ForAnotherTenant_FindsTheConnectionGone()
    {
        await using var run = await HostRun.StartAsync();
        using var socket = await OpenAsync(run);
        Assert.Equal("gone", await AskAsync(socket, """{"action":"say","as":"stranger"}"""));
    }

    [Fact]
    public async Task AMessageTooLong_EndsTheConnection_AndNotTheHost()
    {
        await using var run = await HostRun.StartAsync();
        using var socket = await OpenAsync(run);
        await socket.SendAsync(new byte[129 * 1024], WebSocketMessageType.Text, true, CancellationToken.None);
        var end = await socket.ReceiveAsync(new byte[1024], CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, end.CloseStatus);
        using var other = await OpenAsync(run);
        Assert.Equal("say MESSAGE", await AskAsync(other, """{"action":"say"}"""));
    }

    [Fact]
    public async Task AStop_ClosesWhatIsOpen()
    {
        var run = await HostRun.StartAsync(grace: TimeSpan.FromSeconds(1));
        using var socket = await OpenAsync(run);
        Assert.Equal("say MESSAGE", await AskAsync(socket, """{"action":"say"}"""));
        var closing = socket.ReceiveAsync(new byte[1024], CancellationToken.None);
        await run.DisposeAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, (await closing).CloseStatus);
    }

    private static Uri AddressOf(HostRun run) => new UriBuilder(run.Host.Address) { Scheme = "ws", Path = "/ghostbusters/progress" }.Uri;

    private static async Task<ClientWebSocket> OpenAsync(HostRun run)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("authorization", "Bearer " + run.Host.FirstKey);
        await socket.ConnectAsync(AddressOf(run), CancellationToken.None);
        return socket;
    }

    private static async Task<string> AskAsync(ClientWebSocket socket, string message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, limit.Token);
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, limit.Token);
        return Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
