using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Ghostbusters.Functions.World;

/// <summary>A server on this machine that answers as the test says and keeps what it was asked.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private const int Piece = 16 * 1024;

    private readonly HttpListener _listener = new();
    private readonly Func<WireRequest, WireAnswer> _answer;
    private readonly Task _serving;

    public WireServer(Func<WireRequest, WireAnswer> answer)
    {
        _answer = answer;
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    public ConcurrentQueue<WireRequest> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return; // The test is over.
            }
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var request = new WireRequest(context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers["authorization"], await reader.ReadToEndAsync());
            Requests.Enqueue(request);
            await WriteAsync(context.Response, _answer(request));
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, WireAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Location is { } location) response.Headers["location"] = location;
        try
        {
            // In pieces: the listener copies what it is given, and the client may have enough before the end.
            for (var at = 0; at < answer.Body.Length; at += Piece)
                await response.OutputStream.WriteAsync(answer.Body.AsMemory(at, Math.Min(Piece, answer.Body.Length - at)));
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
        {
            response.Abort(); // The client had enough: that is what some tests are about.
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

internal sealed record WireRequest(string Method, string Path, string? Authorization, string Body);

internal sealed record WireAnswer(int Status, byte[] Body, string? Location = null)
{
    public static WireAnswer Json(string json) => new(200, Encoding.UTF8.GetBytes(json));
}
