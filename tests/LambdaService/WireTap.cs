using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.LambdaService;

/// <summary>Stands before a service of AWS, passes everything on as it came, and tells of each request: who asks for what, and how many bytes are paid for.</summary>
public sealed partial class WireTap : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Uri _target;
    private readonly Action<TappedRequest> _tell;

    private WireTap(WebApplication server, Uri target, Action<TappedRequest> tell) => (_server, _target, _tell) = (server, target, tell);

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WireTap> StartAsync(Uri target, Action<TappedRequest> tell)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0);
        });
        var tap = new WireTap(builder.Build(), target, tell);
        tap._server.Run(tap.PassAsync);
        await tap._server.StartAsync().ConfigureAwait(false);
        return tap;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body).ConfigureAwait(false);
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_target.GetLeftPart(UriPartial.Authority) + http.Features.Get<IHttpRequestFeature>()!.RawTarget)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in http.Request.Headers) // Host stays the caller's: it is signed.
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable())) request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        using var response = await _client.SendAsync(request, http.RequestAborted).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(http.RequestAborted).ConfigureAwait(false);
        _tell(new TappedRequest(
            Application().Match(http.Request.Headers.UserAgent.ToString()) is { Success: true } match ? match.Groups[1].Value : "nobody",
            http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1], body.ToArray(), answer.Length));
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Connection")) http.Response.Headers[name] = values.ToArray();
        if (http.Request.Method != "HEAD" && answer.Length > 0) await http.Response.Body.WriteAsync(answer, http.RequestAborted).ConfigureAwait(false);
    }

    [GeneratedRegex(@"\bapp/([A-Za-z]+)")]
    private static partial Regex Application();
}

/// <summary>A request that went through.</summary>
/// <param name="Application">Who asked, by its own word in <c>User-Agent</c>; <c>nobody</c> where it says none.</param>
/// <param name="Operation">Of a JSON protocol; empty for others.</param>
/// <param name="AnswerBytes">So long the answer was.</param>
public sealed record TappedRequest(string Application, string Method, string Path, string Query, string Operation, byte[] Body, long AnswerBytes);
