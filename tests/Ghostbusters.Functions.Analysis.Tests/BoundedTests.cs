using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Testing;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>P22: what measures the whole process runs while nothing else does.</summary>
[Collection(Alone.Name)]
public class BoundedTests
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
}

[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "alone";
}
