using System.Net;
using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Promises;

/// <summary>An answer that is too large or too slow ends at its limit, with bounded memory. It measures the whole process, so nothing else runs meanwhile.</summary>
[Collection(Alone.Name)]
public class P22
{
    [Fact]
    public async Task ATooLargeAnswer_EndsAtTheLimit_WithBoundedMemory()
    {
        var large = new byte[64 << 20];
        await using var server = new WireServer(_ => new WireAnswer(200, large));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var http = new SafeHttp(new OutboundOptions { AllowedHosts = new HashSet<string> { server.Host } }, TimeProvider.System);
        await Assert.ThrowsAsync<OutboundException>(() => http.SendAsync(
            new OutboundRequest(HttpMethod.Get, new Uri($"http://{server.Host}/")),
            static async (response, token) =>
            {
                await BoundedCopy.CopyAsync(await response.Content.ReadAsStreamAsync(token), Stream.Null, 1 << 20, token);
                return true;
            },
            default));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 << 20);
    }

    [Fact]
    public async Task ASlowAnswer_EndsWhenItsTimeIsOver()
    {
        using var never = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        never.Start();
        var host = $"127.0.0.1:{((IPEndPoint)never.LocalEndpoint).Port}";
        var clock = new FakeTimeProvider();
        var options = new OutboundOptions { AllowedHosts = new HashSet<string> { host } };
        using var http = new SafeHttp(options, clock);
        var call = http.SendAsync(new OutboundRequest(HttpMethod.Get, new Uri($"http://{host}/")), static (_, _) => Task.FromResult(true), default);
        using var connection = await never.AcceptTcpClientAsync();
        clock.Advance(options.Timeout);
        await Assert.ThrowsAsync<OutboundException>(() => call);
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "alone";
}
