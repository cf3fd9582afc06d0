using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Functions.Client.Progress;

/// <summary>One connection that tells of one analysis.</summary>
internal sealed class ProgressSocket : IDisposable
{
    private const int MaximumMessage = 128 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly ClientOptions _options;
    private readonly string _analysisId;

    public ProgressSocket(ClientOptions options, string analysisId)
    {
        (_options, _analysisId) = (options, analysisId);
        _socket.Options.SetRequestHeader("authorization", "Bearer " + options.Key);
        _socket.Options.CollectHttpResponseDetails = true;
        // A network that went away without a word is noticed by the answers that stay out.
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>What the service answered instead of opening; null where it answered nothing.</summary>
    public HttpStatusCode? Refusal => _socket.HttpStatusCode is 0 or HttpStatusCode.SwitchingProtocols ? null : _socket.HttpStatusCode;

    /// <exception cref="WebSocketException">It could not be opened.</exception>
    public async Task OpenAsync(long after, CancellationToken cancellation)
    {
        var address = _options.Progress
            ?? new UriBuilder(new Uri(_options.Server, "/ghostbusters/progress")) { Scheme = _options.Server.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri;
        await _socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        await SubscribeAsync(after, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for all steps after one, in order; may be asked again.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task SubscribeAsync(long after, CancellationToken cancellation)
    {
        var subscribe = JsonSerializer.SerializeToUtf8Bytes(new SubscribeMessage("subscribe", _analysisId, after), ClientJson.Default.SubscribeMessage);
        await _socket.SendAsync(subscribe, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
    }

    /// <summary>The next step; null where the connection ended.</summary>
    /// <exception cref="GhostbustersException">The service tells a problem: there is no such analysis, or the key is no longer good.</exception>
    public async Task<ProgressEvent?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            using var message = new MemoryStream();
            var buffer = new byte[4096];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellation).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) return null;
                message.Write(buffer, 0, part.Count);
                if (message.Length > MaximumMessage) throw new InvalidDataException("The service sent a step of more than 128 KB.");
                if (part.EndOfMessage) return Read(message.ToArray());
            }
        }
        catch (WebSocketException)
        {
            return null; // It broke; the caller connects again.
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>A step, or null for a word of the gateway's own that something failed there: connecting again is the cure.</summary>
    private static ProgressEvent? Read(byte[] message)
    {
        using var document = JsonDocument.Parse(message);
        if (document.RootElement.TryGetProperty("phase", out _)) return document.Deserialize(ClientJson.Default.ProgressEvent);
        if (document.Deserialize(ClientJson.Default.ApiProblem) is { Status: { } status } problem) throw new GhostbustersException((HttpStatusCode)status, problem);
        return null;
    }
}
