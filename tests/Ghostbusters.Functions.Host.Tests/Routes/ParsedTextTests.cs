using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Host.Running;
using Ghostbusters.Functions.Host.Schedules;

namespace Ghostbusters.Functions.Host.Tests.Routes;

public class ParsedTextTests
{
    [Theory]
    [InlineData("rate(1 minute)", 1)]
    [InlineData("rate(5 minutes)", 5)]
    [InlineData("rate(2 hours)", 120)]
    public void ARate_IsRead(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), Rate.Parse(text, "f"));

    [Theory]
    [InlineData("cron(0 * * * ? *)")]
    [InlineData("rate(0 minutes)")]
    [InlineData("rate(1 week)")]
    public void AnotherSchedule_IsRefused_AndNotForgotten(string text) => Assert.Throws<HostRefusal>(() => Rate.Parse(text, "f"));

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080;http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://127.0.0.1:1;http://10.0.0.7:5080", false)]
    [InlineData("http://localhost.example.org:5080", false)]
    public void OtherMachines_ReachIt_OnlyWhenToldSo(string urls, bool isLoopback)
    {
        Assert.NotEmpty(ServeOptions.ReadUrls(urls, othersMayReachIt: true));
        if (isLoopback) Assert.NotEmpty(ServeOptions.ReadUrls(urls, othersMayReachIt: false));
        else Assert.Contains("--listen", Assert.Throws<HostRefusal>(() => ServeOptions.ReadUrls(urls, othersMayReachIt: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABodyThatSaysText_AndIsNone_KeepsItsBytes()
    {
        byte[] bytes = [0xff, 0xfe, 0x41];
        Assert.Equal(new RequestBody(Convert.ToBase64String(bytes), true), RequestBody.Of(bytes, "application/json"));
        Assert.Equal(new RequestBody("{}", false), RequestBody.Of("{}"u8.ToArray(), "application/json; charset=utf-8"));
        Assert.Equal(new RequestBody("AAE=", true), RequestBody.Of([0, 1], "application/zip"));
        Assert.Equal(new RequestBody(null, false), RequestBody.Of([], "application/json"));
    }
}
