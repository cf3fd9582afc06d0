using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Tokens;

namespace Ghostbusters.Promises;

/// <summary>Every token that is not a current RS256 access token of our pool for our client is refused, and why is known.</summary>
public class P32
{
    private readonly TestPool _pool = new();

    [Fact]
    public async Task AGoodToken_NamesItsCaller()
    {
        var outcome = await _pool.VerifyAsync(_pool.Token());
        Assert.Equal((TokenRefusal.None, "ada", "user-7", Role.Admin), (outcome.Refusal, outcome.Caller?.Tenant.Value, outcome.Caller?.Subject, outcome.Caller?.Role));
        Assert.True(outcome.Caller!.May("scan:write"));
        Assert.False(outcome.Caller.May("scan"));
    }

    [Theory]
    [InlineData("none", TokenRefusal.Algorithm)]
    [InlineData("None", TokenRefusal.Algorithm)]
    [InlineData("HS256", TokenRefusal.Algorithm)]
    [InlineData("RS384", TokenRefusal.Algorithm)]
    [InlineData("PS256", TokenRefusal.Algorithm)]
    [InlineData("ES256", TokenRefusal.Algorithm)]
    [InlineData("", TokenRefusal.Algorithm)]
    public async Task AnotherAlgorithm_IsRefused(string algorithm, TokenRefusal refusal) => await RefusedAsync(_pool.Token(algorithm: algorithm), refusal);

    [Fact]
    public async Task Hs256WithThePublicKeyAsSecret_IsRefused()
    {
        var (head, body) = (TestPool.Part(new() { ["alg"] = "HS256", ["kid"] = TestPool.KeyId }), TestPool.Part(_pool.Claims()));
        foreach (var secret in new[] { _pool.PublicPem, _pool.Jwks, _pool.Modulus })
        {
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{head}.{body}"));
            await RefusedAsync($"{head}.{body}.{TestPool.Encode(mac)}", TokenRefusal.Algorithm);
        }
    }

    [Fact]
    public async Task NoSignature_IsRefused()
    {
        var (head, body) = (TestPool.Part(new() { ["alg"] = "RS256", ["kid"] = TestPool.KeyId }), TestPool.Part(_pool.Claims()));
        Assert.Null((await _pool.VerifyAsync($"{head}.{body}.")).Caller);
        Assert.Null((await _pool.VerifyAsync($"{head}.{body}")).Caller);
    }

    [Fact]
    public async Task AnUnknownOrMissingKey_IsRefused()
    {
        await RefusedAsync(_pool.Token(keyId: "unknown"), TokenRefusal.UnknownKey);
        await RefusedAsync(_pool.Token(keyId: null), TokenRefusal.UnknownKey);
        await RefusedAsync(_pool.Token(keyId: "encryption"), TokenRefusal.UnknownKey);
        await RefusedAsync(_pool.Token(keyId: "elliptic"), TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task AKeyInTheHeader_IsNotListenedTo()
    {
        using var other = RSA.Create(2048);
        await RefusedAsync(_pool.Token(signer: other, header: new() { ["jwk"] = TestPool.Jwk(other, TestPool.KeyId), ["jku"] = "https://evil.example/jwks", ["x5u"] = "https://evil.example/x" }), TokenRefusal.Signature);
    }

    [Fact]
    public async Task AnotherSigner_IsRefused()
    {
        using var other = RSA.Create(2048);
        await RefusedAsync(_pool.Token(signer: other), TokenRefusal.Signature);
    }

    [Fact]
    public async Task ChangedClaims_AreRefused()
    {
        var parts = _pool.Token().Split('.');
        await RefusedAsync($"{parts[0]}.{TestPool.Part(_pool.Claims(static c => c["tenant"] = "bob"))}.{parts[2]}", TokenRefusal.Signature);
    }

    [Theory]
    [InlineData("iss", "https://other.example", TokenRefusal.Issuer)]
    [InlineData("iss", "https://pool.example/", TokenRefusal.Issuer)]
    [InlineData("iss", null, TokenRefusal.Issuer)]
    [InlineData("token_use", "id", TokenRefusal.NotAnAccessToken)]
    [InlineData("token_use", null, TokenRefusal.NotAnAccessToken)]
    [InlineData("client_id", "other", TokenRefusal.Client)]
    [InlineData("client_id", null, TokenRefusal.Client)]
    [InlineData("aud", "other", TokenRefusal.Client)]
    [InlineData("sub", null, TokenRefusal.Subject)]
    [InlineData("sub", "", TokenRefusal.Subject)]
    [InlineData("tenant", null, TokenRefusal.Tenant)]
    [InlineData("tenant", "_platform", TokenRefusal.Tenant)]
    [InlineData("tenant", "../bob", TokenRefusal.Tenant)]
    [InlineData("exp", null, TokenRefusal.Expired)]
    public async Task AnotherClaim_IsRefused(string name, string? value, TokenRefusal refusal) => await RefusedAsync(_pool.Token(claims =>
    {
        if (value is null) claims.Remove(name);
        else claims[name] = value;
    }), refusal);

    [Fact]
    public async Task AnIdTokenOfOurs_IsRefused() => await RefusedAsync(
        _pool.Token(static claims =>
        {
            claims["token_use"] = "id";
            claims["aud"] = TestPool.Client;
            claims.Remove("client_id");
        }), TokenRefusal.NotAnAccessToken);

    [Fact]
    public async Task AnAudienceInsteadOfAClient_IsTaken_WhereItIsOurs()
    {
        var outcome = await _pool.VerifyAsync(_pool.Token(static claims =>
        {
            claims["aud"] = TestPool.Client;
            claims.Remove("client_id");
        }));
        Assert.NotNull(outcome.Caller);
    }

    [Theory]
    [InlineData("exp", -61, TokenRefusal.Expired)]
    [InlineData("exp", -59, TokenRefusal.None)]
    [InlineData("nbf", 61, TokenRefusal.NotYetValid)]
    [InlineData("nbf", 59, TokenRefusal.None)]
    public async Task Times_AreHeldTo_WithAMinuteOfSkew(string name, int seconds, TokenRefusal refusal) =>
        Assert.Equal(refusal, (await _pool.VerifyAsync(_pool.Token(claims => claims[name] = _pool.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds()))).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("gb_key")]
    [InlineData("e30.e30.e30")]
    [InlineData("....")]
    public async Task WhatIsNoToken_IsRefused(string? text) => Assert.Null((await _pool.VerifyAsync(text)).Caller);

    [Fact]
    public async Task ATokenThatIsTooLong_IsRefused() => await RefusedAsync(_pool.Token(static c => c["x"] = new string('x', 10000)), TokenRefusal.Malformed);

    [Fact]
    public async Task Keys_AreKept_AndFetchedAgainForAnUnknownId_AtMostOnceAMinute()
    {
        await _pool.VerifyAsync(_pool.Token());
        for (var i = 0; i < 5; i++) await _pool.VerifyAsync(_pool.Token(keyId: $"made-up-{i}"));
        Assert.Equal(1, _pool.Fetches);
        _pool.Clock.Advance(JwksCache.LeastPause);
        for (var i = 0; i < 5; i++) await _pool.VerifyAsync(_pool.Token(keyId: $"made-up-{i}"));
        Assert.Equal(2, _pool.Fetches);
        _pool.Clock.Advance(JwksCache.Lifetime);
        await _pool.VerifyAsync(_pool.Token());
        Assert.Equal(3, _pool.Fetches);
    }

    private async Task RefusedAsync(string token, TokenRefusal refusal)
    {
        var outcome = await _pool.VerifyAsync(token);
        Assert.Null(outcome.Caller);
        Assert.Equal(refusal, outcome.Refusal);
    }
}
