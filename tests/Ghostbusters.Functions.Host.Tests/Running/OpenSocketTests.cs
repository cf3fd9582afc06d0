using System.Net.WebSockets;
using Ghostbusters.Functions.Host.Sockets;

namespace Ghostbusters.Functions.Host.Tests.Running;

public class OpenSocketTests
{
    [Fact]
    public async Task AClose_WhoseConnectionGoesMeanwhile_IsDone()
    {
        var wire = new HeldWire();
        var webSocket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true });
        var socket = new OpenSocket("one", null, webSocket, TimeProvider.System);
        var closing = socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, CancellationToken.None);
        await wire.Reached;
        webSocket.Dispose();
        wire.Break();
        await closing;
        Assert.NotEqual(WebSocketState.Open, webSocket.State);
        Assert.False(await socket.SendAsync("late"u8.ToArray(), CancellationToken.None));
    }

    [Fact]
    public async Task AClose_OfWhatIsClosed_SaysNothing()
    {
        using var wire = new MemoryStream();
        var webSocket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { IsServer = true });
        var socket = new OpenSocket("one", null, webSocket, TimeProvider.System);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, CancellationToken.None);
        var said = wire.Length;
        await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, CancellationToken.None);
        Assert.True(said > 0);
        Assert.Equal(said, wire.Length);
    }

    /// <summary>Holds what is written until it breaks.</summary>
    private sealed class HeldWire : MemoryStream
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Break() => _broken.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reached.SetResult();
            await _broken.Task;
            throw new IOException("The connection is gone.");
        }
    }
}
