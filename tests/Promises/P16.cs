using System.Globalization;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Promises;

/// <summary>A time more than five minutes away is refused; two active secrets are taken during a rotation.</summary>
public class P16
{
    private static readonly byte[] Body = "{\"test\": 2432232314}"u8.ToArray();
    private static readonly Secret Current = StandardWebhook.ReadSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly Secret Previous = Secret.OfText("previous");

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1614265330));
    private readonly StandardWebhook _webhook;

    public P16() => _webhook = new StandardWebhook(_clock);

    /// <summary>The vector of the specification's reference libraries.</summary>
    [Fact]
    public void TheSpecificationsVector_Holds() =>
        Assert.True(Verify("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", new SecretVersions(Current, null)));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(86400, false)]
    public void TheTime_IsWithinFiveMinutes(int seconds, bool accepted)
    {
        var time = _clock.GetUtcNow().AddSeconds(seconds);
        var signature = StandardWebhook.Sign(Body, "msg_1", time, Current);
        Assert.Equal(accepted, _webhook.Verify(Body, "msg_1", time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), signature, new SecretVersions(Current, null)));
    }

    [Fact]
    public void BothSecrets_DuringARotation_ThenOne()
    {
        var signatures = new[] { Current, Previous }.Select(s => StandardWebhook.Sign(Body, "msg_p5jXN8AQM9LWM0D4loKWxJek", _clock.GetUtcNow(), s)).ToList();
        Assert.All(signatures, s => Assert.True(Verify(s, new SecretVersions(Current, Previous))));
        Assert.Equal([true, false], signatures.Select(s => Verify(s, new SecretVersions(Current, null))));
        Assert.True(Verify("v1a,x " + string.Join(' ', signatures), new SecretVersions(Previous, null)));
        Assert.True(GitLabToken.Verify("previous", new SecretVersions(Current, Previous)));
        Assert.True(GitHubSignature.Verify(Body, "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("previous"u8, Body)), new SecretVersions(Current, Previous)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,G0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE")]
    public void AnotherSignature_IsRefused(string? signature) => Assert.False(Verify(signature, new SecretVersions(Current, null)));

    [Theory]
    [InlineData("msg_other", "1614265330")]
    [InlineData("", "1614265330")]
    [InlineData(null, "1614265330")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265331")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "-1614265330")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", " 1614265330")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "99999999999")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "now")]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", null)]
    public void AnotherIdOrTime_IsRefused(string? id, string? timestamp) =>
        Assert.False(_webhook.Verify(Body, id, timestamp, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", new SecretVersions(Current, null)));

    private bool Verify(string? signature, SecretVersions secrets) =>
        _webhook.Verify(Body, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signature, secrets);
}
