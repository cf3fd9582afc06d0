using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Ghostbusters.Functions.Testing;

/// <summary>A server on this machine that answers as the test says and keeps what it was asked.</summary>
public sealed class WireServer : IAsyncDisposable
{
    private const int Piece = 16 * 1024;

    private readonly HttpListener _listener = new();
    private readonly Func<WireRequest, WireAnswer> _answer;
    private readonly Channel<WireRequest> _answered = Channel.CreateUnbounded<WireRequest>();
    private readonly Task _serving;

    public WireServer(Func<WireRequest, WireAnswer> answer)
    {
        _answer = answer;
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    public ConcurrentQueue<WireRequest> Requests { get; } = [];

    /// <summary>Waits until a request was answered that fits; those that were answered before it are passed over.</summary>
    public async Task<WireRequest> NextAsync(Func<WireRequest, bool> fits, CancellationToken cancellation)
    {
        while (true)
            if (await _answered.Reader.ReadAsync(cancellation) is var request && fits(request)) return request;
    }

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
            var request = await WireRequest.ReadAsync(context.Request);
            Requests.Enqueue(request);
            var answer = _answer(request);
            await WriteAsync(context.Response, answer);
            _answered.Writer.TryWrite(request with { Answered = answer.Status });
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, WireAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.ContentType is { } type) response.ContentType = type;
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

/// <summary>A request as it came.</summary>
/// <param name="Target">Path and query, as they stood on the wire.</param>
/// <param name="Bytes">The body.</param>
public sealed record WireRequest(string Method, string Target, byte[] Bytes)
{
    public string? Authorization { get; init; }

    public string? UserAgent { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The status that it was answered with; 0: it is not answered yet.</summary>
    public int Answered { get; init; }

    /// <summary>Without the query.</summary>
    public string Path => Target.Split('?')[0];

    public string Body => Encoding.UTF8.GetString(Bytes);

    internal static async Task<WireRequest> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        return new WireRequest(request.HttpMethod, request.RawUrl!, body.ToArray())
        {
            Authorization = request.Headers["authorization"],
            UserAgent = request.Headers["user-agent"],
            ContentType = request.Headers["content-type"],
        };
    }
}

/// <summary>What it answers.</summary>
public sealed record WireAnswer(int Status, byte[] Body, string? ContentType = null, string? Location = null)
{
    public static WireAnswer Json(string json) => new(200, Encoding.UTF8.GetBytes(json));

    public static WireAnswer Json(int status, object body) => new(status, JsonSerializer.SerializeToUtf8Bytes(body), "application/json");

    public static WireAnswer Refusal(int status, string why) => Json(status, new { message = why });
}
