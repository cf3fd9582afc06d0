using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.Compat.Tests;

/// <summary>A service over HTTP on this machine: takes what comes, checks its signature, answers as it is told.</summary>
internal sealed class ServiceDouble : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly WebApplication server;
    private readonly ConcurrentQueue<Answer> answers = new();

    private ServiceDouble(WebApplication server) => this.server = server;

    public string Address => server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public ConcurrentQueue<Received> Requests { get; } = new();

    public static async Task<ServiceDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var service = new ServiceDouble(server);
        server.Run(service.TakeAsync);
        await server.StartAsync();
        return service;
    }

    public void Answer(int status, string json, string? errorType = null) => answers.Enqueue(new Answer(status, json, errorType));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString(), StringComparer.Ordinal);
        var path = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue(new Received(http.Request.Method, path, headers, body.ToArray()));
        var answer = answers.TryDequeue(out var next) ? next : new Answer(200, "{}", null);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/x-amz-json-1.0";
        http.Response.Headers["x-amzn-RequestId"] = "request-1";
        if (answer.ErrorType is { } type)
            http.Response.Headers["x-amzn-ErrorType"] = type;

        await http.Response.WriteAsync(answer.Json);
    }
}

internal sealed record Answer(int Status, string Json, string? ErrorType);

/// <summary>A request as it came.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
