using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Promises;

/// <summary>No request leaves to an address that is not public, however it is written or resolved.</summary>
public class P20
{
    private static readonly OutboundOptions Plain = new();

    public static TheoryData<string> Refused =>
    [
        "http://github.com/a/b", "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://0177.0.0.1/", "https://017700000001/", "https://127.1/",
        "https://127.0.1/", "https://0/", "https://0.0.0.0/", "https://10.0.0.1/", "https://192.168.1.1/", "https://172.16.0.1/", "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:ffff:10.0.0.1]/", "https://[fe80::1%25eth0]/", "https://[fe80::1%eth0]/",
        "https://[fd00:ec2::254]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://localhost/", "https://localhost./",
        "https://github.com./", "https://sub.localhost/", "https://printer.local/", "https://db.internal/", "https://router.lan/", "https://intranet/", "https://metadata/", "https://xn--github-9za.com/",
        "https://g\u00ecthub.com/", "https://\uff47ithub.com/", "https://github\u3002com/", "https://127\u30020\u30020\u30021/", "https://\u2460\u2461\u2466.0.0.1/", "https://user@github.com/", "https://user:pw@github.com/",
        "https://github.com@127.0.0.1/", "https://127.0.0.1@github.com/", "https://github.com#@127.0.0.1/\\", "https://github.com\\@127.0.0.1/", "https://github.com:22/", "https://github.com:80/", "https://github.com:8443/",
        "ftp://github.com/", "file:///etc/passwd", "gopher://github.com/", "data:text/plain,x", "javascript:x", "//github.com/", "github.com", "", " https://github.com/", "https://github.com/ a",
        "https://github.com/\u0000", "https://github.com/\r\nhost: x", "https://.github.com/", "https://github..com/", "https://-github.com/", "https://github-.com/", "https://github.c0m1/", "https://1.2.3.4.5/",
        "https://host_name.com/", "https://" + new string('a', 64) + ".com/", "https:github.com", "https:///github.com", "https://127.0.0.1.nip.i0/", "https://%31%32%37.0.0.1/", "https://githu%62.com/", "HTTPS://0X7F.0.0.1/",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void AnAddressInAnyOtherForm_IsRefused(string url) => Assert.Null(OutboundUrl.Parse(url, Plain));

    [Theory]
    [InlineData("https://github.com/ada/shop")]
    [InlineData("https://API.GitHub.com/repos/ada/shop?x=1")]
    [InlineData("https://codeload.github.com:443/ada/shop")]
    public void APlainOne_IsNot(string url) => Assert.NotNull(OutboundUrl.Parse(url, Plain));

    [Fact]
    public void AnyAddressOfANetworkApart_IsNotPublic()
    {
        var apart = new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4" }
            .Select(static text => IPNetwork.Parse(text)).ToArray();
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(apart).SelectMany(static network => Gen.Choose(0, int.MaxValue).Select(n => (network, n))).ToArbitrary(), static pair =>
        {
            var bytes = pair.network.BaseAddress.GetAddressBytes();
            var host = (uint)pair.n & (uint.MaxValue >> pair.network.PrefixLength);
            for (var i = 0; i < 4; i++) bytes[i] |= (byte)(host >> (24 - 8 * i));
            var address = new IPAddress(bytes);
            return !PublicAddress.IsPublic(address) && !PublicAddress.IsPublic(address.MapToIPv6());
        }));
        Assert.All(new[] { "8.8.8.8", "140.82.121.4", "2606:4700:4700::1111" }, static text => Assert.True(PublicAddress.IsPublic(IPAddress.Parse(text))));
        Assert.All(new[] { "::1", "::", "fe80::1", "fc00::1", "64:ff9b::a00:1", "2001:db8::1", "2002:a00:1::", "ff02::1" }, static text => Assert.False(PublicAddress.IsPublic(IPAddress.Parse(text))));
    }

    /// <summary>A resolver that is honest when asked first and lies when it is asked again: what counts is what the connection is made to.</summary>
    [Fact]
    public async Task AResolver_ThatChangesItsAnswer_GainsNothing()
    {
        await using var server = new WireServer(static _ => WireAnswer.Json("{}"));
        var asked = 0;
        var options = new OutboundOptions
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>(asked++ == 0 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("140.82.121.4")] : [IPAddress.Loopback]),
        };
        for (var call = 0; call < 2; call++) await Assert.ThrowsAsync<OutboundException>(() => GetAsync(options, "https://github.com/"));
        Assert.Equal(2, asked);
        Assert.Empty(server.Requests);
    }

    private static async Task<byte[]> GetAsync(OutboundOptions options, string url)
    {
        using var http = new SafeHttp(options, TimeProvider.System);
        return await http.SendAsync(new OutboundRequest(HttpMethod.Get, new Uri(url)), static (response, token) => BoundedCopy.ReadAsync(response, 1 << 20, token), default);
    }
}
