using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Cli.Tests;

/// <summary>A service with one key and one analysis.</summary>
internal sealed class ServiceDouble : IAsyncDisposable
{
    public const string Key = "gb_the-one-key";

    private const string Analysis = """
        {"analysis_id":"01jd","timestamp":"2026-11-21T10:00:00Z","project":"shop","ref":null,"status":"STATUS","phase":"STATUS","percent":100,
         "confidence_score":0.87,"open":2,"errors":1,"warnings":0,"notes":1,"clean":false,"reason":null,
         "delusions_detected":[{"rule":"GB3003","severity":"error","description":"It is swallowed.","file":"A.cs","line":3,"column":5,"fingerprint":"f"}]}
        """;

    private readonly WebApplication _app;
    private readonly string _status;

    private ServiceDouble(string status)
    {
        _status = status;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Paths that were asked for.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<ServiceDouble> StartAsync(string status = "done")
    {
        var service = new ServiceDouble(status);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Asked.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
        if (http.WebSockets.IsWebSocketRequest) return SpeakAsync(http);
        if (http.Request.Path.StartsWithSegments("/store")) return Task.CompletedTask;
        if (http.Request.Headers.Authorization != "Bearer " + Key) return JsonAsync(http, 401, """{"type":"urn:ghostbusters:problem:unauthorized","title":"Sign in first","status":401}""");
        return http.Request.Path.Value switch
        {
            "/ghostbusters/history" => JsonAsync(http, 200, $$"""{"items":[{{Text}}],"next":null}"""),
            "/ghostbusters/uploads" => JsonAsync(http, 201, $$"""{"upload_id":"u","method":"PUT","url":"{{Address}}/store/u","headers":{},"expires_at":"2026-11-21T10:00:00Z"}"""),
            "/ghostbusters/analyze" => JsonAsync(http, 202, """{"analysis_id":"01jd","status":"queued","links":{"result":"/r","recover":"/v"}}"""),
            "/ghostbusters/results/01jd" => JsonAsync(http, 200, Text),
            _ => JsonAsync(http, 404, """{"type":"urn:ghostbusters:problem:not-found","title":"There is no such thing","status":404}"""),
        };
    }

    private string Text => Analysis.Replace("STATUS", _status, StringComparison.Ordinal);

    private async Task SpeakAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        await socket.ReceiveAsync(buffer, CancellationToken.None);
        foreach (var (sequence, phase) in new[] { (1, "queued"), (2, "validating"), (3, _status) })
        {
            var step = $$"""{"analysis_id":"01jd","sequence":{{sequence}},"phase":"{{phase}}","percent":{{sequence * 30}},"status":"{{(sequence == 3 ? _status : "running")}}","at":"2026-11-21T10:00:00Z","reason":null}""";
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(step), System.Net.WebSockets.WebSocketMessageType.Text, true, CancellationToken.None);
        }
        await socket.ReceiveAsync(buffer, CancellationToken.None).ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static Task JsonAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        return http.Response.WriteAsync(text);
    }
}
