using System.Net.WebSockets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Host.Sockets;

/// <summary>One open connection. Any number of functions may send to it.</summary>
/// <param name="id">The connection's id.</param>
/// <param name="tenant">Whose it is; null where it was opened without a key: nobody's progress goes there.</param>
internal sealed class OpenSocket(string id, TenantId? tenant, WebSocket socket, TimeProvider clock)
{
    /// <summary>Who takes a message no faster than that is cut off, and resumes: a slow reader must not hold the senders.</summary>
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(10);

    // Never disposed, which it need not be without a wait handle: whoever sends or closes may hold it while the connection goes.
    private readonly SemaphoreSlim _sending = new(1);

    public string Id => id;

    public TenantId? Tenant => tenant;

    /// <summary>False: it is closed, or was cut off.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(SendLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await _sending.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                if (socket.State != WebSocketState.Open) return false;
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, either.Token).ConfigureAwait(false);
                return true;
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Abort();
            return false;
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException)
        {
            return false; // It was closed meanwhile.
        }
    }

    /// <summary>The next message; null when the other side closes or sends more than it may.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<byte[]?> ReceiveAsync(int maximum, CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (message.Length > maximum)
            {
                await CloseAsync(WebSocketCloseStatus.MessageTooBig, cancellation).ConfigureAwait(false);
                return null;
            }
            if (part.EndOfMessage) return message.ToArray();
        }
    }

    /// <summary>Says the last word. A connection that goes meanwhile is closed as well.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, null, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            socket.Abort(); // The other side was faster, and there is nobody left to tell.
        }
        finally
        {
            _sending.Release();
        }
    }
}
