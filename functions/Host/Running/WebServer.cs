using Ghostbusters.Functions.Host.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>Kestrel with nothing else: no settings from files or the environment, no logs of its own.</summary>
internal static class WebServer
{
    /// <summary>Listens.</summary>
    /// <exception cref="HostRefusal">It cannot listen there.</exception>
    public static async Task<WebApplication> StartAsync(ServeOptions options, Gate gate, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls.Select(static u => u.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.Maximum;
        });
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = options.Grace);
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30) });
        app.Run(gate.AnswerAsync);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
            return app;
        }
        catch (IOException exception)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new HostRefusal($"It cannot listen on {string.Join(", ", options.Urls)}: {exception.Message} Give it another --port.");
        }
    }

    /// <summary>Where it listens, with the port that the system chose.</summary>
    public static Uri AddressOf(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(address.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal));
    }
}
