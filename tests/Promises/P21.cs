using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Promises;

/// <summary>A redirect that leads inside, away from https, to another port or round is refused; none takes credentials along.</summary>
public class P21
{
    [Theory]
    [InlineData("https://169.254.169.254/latest/")]
    [InlineData("http://github.com/")]
    [InlineData("https://github.com:8443/")]
    [InlineData("https://user@github.com/")]
    [InlineData("ftp://github.com/")]
    [InlineData("/again")]
    public async Task ARedirect_ThatLeadsElsewhere_OrRound_IsRefused(string location)
    {
        await using var server = new WireServer(_ => new WireAnswer(302, [], Location: location));
        await Assert.ThrowsAsync<OutboundException>(() => GetAsync(Listed(server), $"http://{server.Host}/start"));
        Assert.InRange(server.Requests.Count, 1, 6);
    }

    [Fact]
    public async Task Credentials_AreShownToTheFirstHostOnly()
    {
        await using var other = new WireServer(static _ => WireAnswer.Json("{}"));
        await using var server = new WireServer(_ => new WireAnswer(302, [], Location: $"http://{other.Host}/archive"));
        using var http = new SafeHttp(new OutboundOptions { AllowedHosts = new HashSet<string> { server.Host, other.Host } }, TimeProvider.System);
        var request = new OutboundRequest(HttpMethod.Get, new Uri($"http://{server.Host}/")) { Credentials = new Dictionary<string, string> { ["authorization"] = "Bearer canary" } };
        await http.SendAsync(request, static (_, _) => Task.FromResult(true), default);
        Assert.Equal("Bearer canary", Assert.Single(server.Requests).Authorization);
        Assert.Null(Assert.Single(other.Requests).Authorization);
    }

    private static OutboundOptions Listed(WireServer server) => new() { AllowedHosts = new HashSet<string> { server.Host } };

    private static async Task<byte[]> GetAsync(OutboundOptions options, string url)
    {
        using var http = new SafeHttp(options, TimeProvider.System);
        return await http.SendAsync(new OutboundRequest(HttpMethod.Get, new Uri(url)), static (response, token) => BoundedCopy.ReadAsync(response, 1 << 20, token), default);
    }
}
