using System.Collections.Concurrent;
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

/// <summary>Stands before a service of AWS, passes everything on as it came, and writes down who asked for what.</summary>
internal sealed partial class WireTap : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseProxy = false });
    private readonly string _service;
    private readonly Uri _target;
    private readonly ConcurrentQueue<AwsCall> _calls;

    private WireTap(WebApplication server, string service, Uri target, ConcurrentQueue<AwsCall> calls) => (_server, _service, _target, _calls) = (server, service, target, calls);

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<WireTap> StartAsync(string service, Uri target, ConcurrentQueue<AwsCall> calls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var tap = new WireTap(server, service, target, calls);
        server.Run(tap.PassAsync);
        await server.StartAsync().ConfigureAwait(false);
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
        var function = Application().Match(http.Request.Headers.UserAgent.ToString()) is { Success: true } match ? match.Groups[1].Value : "nobody";
        foreach (var call in AwsCall.Of(function, _service, http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers["X-Amz-Target"], body.ToArray())) _calls.Enqueue(call);

        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_target.GetLeftPart(UriPartial.Authority) + http.Features.Get<IHttpRequestFeature>()!.RawTarget)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in http.Request.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable())) request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        using var answer = await _client.SendAsync(request, http.RequestAborted).ConfigureAwait(false); // Host stays the caller's: it is signed.
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (name is not ("Transfer-Encoding" or "Connection")) http.Response.Headers[name] = values.ToArray();
        if (http.Request.Method != "HEAD") await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
    }

    [GeneratedRegex(@"\bapp/([A-Za-z]+)")]
    private static partial Regex Application();
}
