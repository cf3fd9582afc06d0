using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Client.Tests;

public class ProgressTests
{
    [Fact]
    public async Task ADrop_LosesNoStep_AndRepeatsNone()
    {
        var subscriptions = new List<long>();
        await using var service = await ServeAsync(async socket =>
        {
            var after = await SubscriptionAsync(socket);
            subscriptions.Add(after);
            // The last that was seen is sent again, as a service does that cannot know what arrived; what the cut swallowed was not seen.
            foreach (var sequence in new[] { 1, 3, 4, 9 }.Where(s => s >= after && (s < 4 || subscriptions.Count > 1))) await SendAsync(socket, Step(sequence));
            if (subscriptions.Count == 1) socket.Abort();
        });
        Assert.Equal([1L, 3, 4, 9], await WatchAsync(service));
        Assert.Equal(2, subscriptions.Count);
    }

    /// <summary>Two functions send at once: a newer step comes before the older ones, which come late, or not at all.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStepThatOvertookOthers_IsToldAfterThem_AndOnce(bool theyComeLate)
    {
        var subscriptions = new List<long>();
        await using var service = await ServeAsync(async socket =>
        {
            subscriptions.Add(await SubscriptionAsync(socket));
            await SendAsync(socket, Step(1));
            await SendAsync(socket, Step(5, follows: 4));
            if (theyComeLate)
            {
                await SendAsync(socket, Step(3, follows: 1));
                await SendAsync(socket, Step(4, follows: 3));
            }
            subscriptions.Add(await SubscriptionAsync(socket));
            foreach (var (sequence, follows) in new[] { (3, 1), (4, 3), (5, 4), (9, 5) }) await SendAsync(socket, Step(sequence, follows));
        });
        Assert.Equal([1L, 3, 4, 5, 9], await WatchAsync(service));
        Assert.Equal([0L, 1], subscriptions);
    }

    [Fact]
    public async Task AProblem_IsThrown_AndNotWaitedOver()
    {
        await using var service = await ServeAsync(async socket =>
        {
            await SubscriptionAsync(socket);
            await SendAsync(socket, """{"type":"urn:ghostbusters:problem:not-found","title":"There is no such thing","status":404}""");
        });
        Assert.Equal("not-found", (await Assert.ThrowsAsync<GhostbustersException>(() => WatchAsync(service))).Kind);
    }

    [Fact]
    public async Task ARefusedKey_IsThrown_AndNotTriedAgain()
    {
        var tries = 0;
        await using var service = await ServeAsync(refuse: () => ++tries);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<GhostbustersException>(() => WatchAsync(service))).Status);
        Assert.Equal(1, tries);
    }

    private static async Task<List<long>> WatchAsync(WebApplication service)
    {
        var address = new Uri(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var client = new GhostbustersClient(new ClientOptions(address, "gb_key") { FirstDelay = TimeSpan.FromMilliseconds(1) });
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var sequences = new List<long>();
        await foreach (var step in client.WatchAsync("01a", cancellation: limit.Token)) sequences.Add(step.Sequence);
        return sequences;
    }

    private static async Task<WebApplication> ServeAsync(Func<WebSocket, Task>? speak = null, Action? refuse = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(async http =>
        {
            if (speak is null)
            {
                refuse!();
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await speak(socket);
            if (socket.State == WebSocketState.Open) await socket.ReceiveAsync(new byte[16], CancellationToken.None);
        });
        await app.StartAsync();
        return app;
    }

    private static string Step(int sequence, int follows = 0) =>
        $$"""{"analysis_id":"01a","sequence":{{sequence}},"follows":{{follows}},"phase":"{{(sequence == 9 ? "done" : "validating")}}","percent":50,"status":"{{(sequence == 9 ? "done" : "running")}}","at":"2026-11-26T00:00:00Z","reason":null}""";

    private static async Task<long> SubscriptionAsync(WebSocket socket)
    {
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        using var json = JsonDocument.Parse(buffer.AsMemory(0, part.Count));
        Assert.Equal("subscribe", json.RootElement.GetProperty("action").GetString());
        return json.RootElement.GetProperty("last_sequence").GetInt64();
    }

    private static Task SendAsync(WebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
}
