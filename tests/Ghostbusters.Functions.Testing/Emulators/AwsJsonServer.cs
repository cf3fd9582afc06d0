using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>A server of one of AWS's JSON protocols on the loopback address. It refuses what is not signed right.</summary>
public sealed class AwsJsonServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<string, JsonElement, Task<AwsAnswer>> _answer;
    private readonly ConcurrentDictionary<Task, bool> _running = [];
    private readonly Task _loop;
    private readonly CancellationTokenSource _stop = new();
    private int _refused;

    private AwsJsonServer(HttpListener listener, Uri address, Func<string, JsonElement, Task<AwsAnswer>> answer)
    {
        (_listener, Address, _answer) = (listener, address, answer);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Credentials that it takes.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials(SigV4.AccessKey, SigV4.SecretKey);

    public Uri Address { get; }

    /// <summary>Ends what waits when the server stops.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>How many requests were refused for their signature.</summary>
    public int Refused => _refused;

    /// <param name="answer">Answers an operation (the last part of <c>X-Amz-Target</c>); several at a time.</param>
    public static AwsJsonServer Start(Func<string, JsonElement, Task<AwsAnswer>> answer)
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.ToString());
            try
            {
                listener.Start();
                return new AwsJsonServer(listener, address, answer);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close(); // Another process was quicker to the port: take the next.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Keys);
        _listener.Stop();
        await _loop;
        _listener.Close();
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task RunAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return; // It was stopped.
            }
            var handled = HandleAsync(context);
            _running[handled] = true;
            _ = handled.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        using var content = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(content);
        var body = content.ToArray();
        AwsAnswer answer;
        var request = context.Request;
        if (SigV4.Refusal(request.HttpMethod, request.Url!.AbsolutePath, request.Url.Query.TrimStart('?'), name => request.Headers[name], body) is { } refusal)
        {
            Interlocked.Increment(ref _refused);
            answer = AwsAnswer.Error(403, refusal);
        }
        else
        {
            using var document = JsonDocument.Parse(body);
            answer = await _answer(request.Headers["X-Amz-Target"]!.Split('.')[^1], document.RootElement);
        }
        var bytes = Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        try
        {
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
        {
            context.Response.Abort(); // The client has died meanwhile: that is what some tests are about.
        }
    }
}

/// <summary>An answer of the protocol.</summary>
public sealed record AwsAnswer(int Status, JsonNode Body)
{
    public static AwsAnswer Ok(JsonNode body) => new(200, body);

    public static AwsAnswer Error(int status, string type) => new(status, new JsonObject { ["__type"] = "com.amazonaws#" + type, ["message"] = type });
}
