using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.ServiceCost;

/// <summary>Hands requests on to a store as they are, and tells of each: its bytes and its answer's are what is paid for.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Uri _store;
    private readonly Action<Passed> _count;

    private CountingProxy(WebApplication server, Uri store, Action<Passed> count) => (_server, _store, _count) = (server, store, count);

    public string Address => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    public static async Task<CountingProxy> StartAsync(Uri store, Action<Passed> count)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0);
        });
        var proxy = new CountingProxy(builder.Build(), store, count);
        proxy._server.Run(proxy.PassAsync);
        await proxy._server.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_store, http.Features.Get<IHttpRequestFeature>()!.RawTarget)) { Content = new ByteArrayContent(body.ToArray()) };
        // The signature is over the host's name.
        foreach (var header in http.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(header.Key, [.. header.Value])) request.Content.Headers.TryAddWithoutValidation(header.Key, [.. header.Value]);
        using var response = await _client.SendAsync(request, http.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        _count(new Passed(http.Request.Method, http.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1], body.Length, answer.Length));
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(static header => !header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
            http.Response.Headers[header.Key] = header.Value.ToArray();
        if (http.Request.Method != "HEAD" && answer.Length > 0) await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }
}

/// <summary>A request that went through; its operation is that of a JSON protocol, empty for S3.</summary>
internal sealed record Passed(string Method, string Operation, long RequestBytes, long AnswerBytes);
