using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghostbusters.ColdStart;

/// <summary>A table that takes every write at once and counts them, so that the store's own time is not measured.</summary>
internal sealed class TableDouble : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _writes;

    private TableDouble(WebApplication server) => _server = server;

    public string Address => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    public int Writes => _writes;

    public static async Task<TableDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        var table = new TableDouble(builder.Build());
        table._server.Run(table.AnswerAsync);
        await table._server.StartAsync();
        return table;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref _writes);
        http.Response.ContentType = "application/x-amz-json-1.0";
        await http.Response.WriteAsync("{}");
    }
}
