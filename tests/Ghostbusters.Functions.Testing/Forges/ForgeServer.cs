using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>The HTTP part of a forge on this machine: answers call by call, and hands on what it was asked.</summary>
internal sealed class ForgeServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<ForgeCall, ForgeAnswer> _answer;
    private readonly Channel<ForgeCall> _calls = Channel.CreateUnbounded<ForgeCall>();
    private readonly Task _serving;

    public ForgeServer(Func<ForgeCall, ForgeAnswer> answer)
    {
        _answer = answer;
        Host = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Host { get; }

    /// <summary>Waits until a call came that fits; calls that came before it are passed over.</summary>
    public async Task<ForgeCall> NextAsync(Func<ForgeCall, bool> fits, CancellationToken cancellation)
    {
        while (true)
            if (await _calls.Reader.ReadAsync(cancellation) is var call && fits(call)) return call;
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
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers;
            var asked = new ForgeCall(
                context.Request.HttpMethod, context.Request.RawUrl!, headers["authorization"], headers["user-agent"], headers["accept"], headers["content-type"], body.ToArray(), 0);
            var answer = _answer(asked);
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            if (answer.Location is { } location) context.Response.Headers["location"] = location;
            context.Response.ContentLength64 = answer.Body.Length;
            await context.Response.OutputStream.WriteAsync(answer.Body);
            context.Response.Close();
            _calls.Writer.TryWrite(asked with { Answered = answer.Status });
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>A call as it came, and the status that it was answered with.</summary>
public sealed record ForgeCall(
    string Method, string Target, string? Authorization, string? UserAgent, string? Accept, string? ContentType, byte[] Body, int Answered)
{
    /// <summary>The path without its query.</summary>
    public string Path => Target.Split('?')[0];
}

/// <summary>What a forge answers.</summary>
internal sealed record ForgeAnswer(int Status, byte[] Body, string ContentType = "application/json", string? Location = null)
{
    public static ForgeAnswer Json(int status, object body) => new(status, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body));

    public static ForgeAnswer Refusal(int status, string why) => Json(status, new { message = why });
}
