using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>The WebSocket: every phase is told once it is entered, and who comes back is told what was missed.</summary>
public class ProgressTests
{
    [Fact]
    public async Task AWatcher_IsToldEveryPhase_InOrder()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        await ConnectAsync(service, key, Service.Ada, "c1");
        Assert.Equal(200, (await SubscribeAsync(service, "c1", id, 0)).StatusCode);
        await service.PumpAsync();
        var told = Told(service, Service.Ada, "c1");
        Assert.Equal(["queued", "detecting", "validating", "planning", "recovering", "revalidating", "reporting", "done"], told.Select(static e => e.Text("phase")).Distinct());
        var sequences = told.Select(static e => e.GetProperty("sequence").GetInt64()).ToList();
        Assert.Equal(sequences.Order(), sequences);
        Assert.Equal(100, told[^1].GetProperty("percent").GetInt32());
    }

    [Fact]
    public async Task WhoComesBack_IsToldWhatWasMissed()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = await service.AnalysedAsync(key);
        await ConnectAsync(service, key, Service.Ada, "c2");
        await SubscribeAsync(service, "c2", id, 0);
        var all = Told(service, Service.Ada, "c2");
        var seen = all[2].GetProperty("sequence").GetInt64();
        await ConnectAsync(service, key, Service.Ada, "c3");
        await SubscribeAsync(service, "c3", id, seen);
        Assert.Equal(all.Skip(3).Select(static e => e.Text("phase")), Told(service, Service.Ada, "c3").Select(static e => e.Text("phase")));
    }

    /// <summary>
    /// The subscription has read what was missed, and before it sends that, the analysis runs to its end and tells. Who reads as the
    /// contract says (what follows something unseen is no step, but a reason to subscribe again) has every phase, in order, once.
    /// </summary>
    [Fact]
    public async Task APushThatOvertakesWhatWasMissed_IsSeenToHave_AndAllIsToldInOrder()
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        await ConnectAsync(service, key, Service.Ada, "c6");
        service.Connections.BeforePush = async _ =>
        {
            service.Connections.BeforePush = null;
            await service.PumpAsync();
        };
        await SubscribeAsync(service, "c6", id, 0);
        var wire = Told(service, Service.Ada, "c6").Select(static step => step.GetProperty("sequence").GetInt64()).ToList();
        Assert.True(wire[0] > wire[^1], "Nothing was overtaken: the test shows nothing.");

        var phases = new List<string>();
        var after = 0L;
        for (var next = 0; next < Told(service, Service.Ada, "c6").Count; next++)
        {
            var step = Told(service, Service.Ada, "c6")[next];
            if (step.GetProperty("sequence").GetInt64() <= after) continue;
            if (step.GetProperty("follows").GetInt64() > after) await SubscribeAsync(service, "c6", id, after);
            else (after, phases) = (step.GetProperty("sequence").GetInt64(), [.. phases, step.Text("phase")]);
        }
        Assert.Equal(["queued", "detecting", "validating", "planning", "recovering", "revalidating", "reporting", "done"], phases);
    }

    [Fact]
    public async Task AnotherTenantsAnalysis_IsNoneToWatch_AndAClosedConnectionIsForgotten()
    {
        await using var service = await Service.StartAsync();
        var id = (await service.CallAsync("Analyze", Requests.Files(await service.KeyAsync(Service.Ada)))).Json().Text("analysis_id");
        await ConnectAsync(service, await service.KeyAsync(Service.Bob), Service.Bob, "c4");
        Assert.Equal(404, (await SubscribeAsync(service, "c4", id, 0)).StatusCode);
        Assert.Equal(404, Assert.Single(Told(service, Service.Bob, "c4")).GetProperty("status").GetInt32());
        Assert.Equal(200, (await service.CallAsync("ProgressDisconnect", Socket(null, "c4"))).StatusCode);
        Assert.Equal(401, (await SubscribeAsync(service, "c4", id, 0)).StatusCode);
    }

    [Fact]
    public async Task ABrowser_ShowsItsKey_AsAProtocol()
    {
        await using var service = await Service.StartAsync();
        var request = Socket(null, "c5").With("Sec-WebSocket-Protocol", "ghostbusters.v1, " + await service.KeyAsync(Service.Ada));
        var answer = await service.CallAsync("ProgressConnect", request);
        Assert.Equal((200, "ghostbusters.v1"), (answer.StatusCode, answer.Headers["sec-websocket-protocol"]));
    }

    private static async Task ConnectAsync(Service service, string key, TenantId tenant, string connection)
    {
        service.Connections.Open(tenant, connection);
        Assert.Equal(200, (await service.CallAsync("ProgressConnect", Socket(key, connection))).StatusCode);
    }

    private static Task<APIGatewayProxyResponse> SubscribeAsync(Service service, string connection, string id, long after) =>
        service.CallAsync("ProgressSubscribe", Socket(null, connection, JsonSerializer.Serialize(new { action = "subscribe", analysis_id = id, last_sequence = after })));

    private static APIGatewayProxyRequest Socket(string? key, string connection, string? body = null)
    {
        var request = Requests.Of(key, body);
        request.RequestContext = new APIGatewayProxyRequest.ProxyRequestContext { ConnectionId = connection };
        return request;
    }

    private static List<JsonElement> Told(Service service, TenantId tenant, string connection) =>
        [.. service.Connections.Pushed(tenant, connection).Select(static bytes => JsonDocument.Parse(bytes).RootElement)];
}
