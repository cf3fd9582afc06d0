using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Promises;

/// <summary>The signature is over the raw bytes, however the gateway hands the body on.</summary>
public class P14
{
    private static readonly SecretVersions Secrets = new(Secret.OfText("s3cret"), null);

    [Fact]
    public void Base64_OfAnyBytes_Verifies() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static body =>
        RawBody.TryRead(Convert.ToBase64String(body), isBase64: true, out var raw) && GitHubSignature.Verify(raw, Sign(body), Secrets)));

    [Theory]
    [InlineData("{\"name\":\"Jürgen Großmann 日本 \U0001F47B\"}")]
    [InlineData("{\r\n\t\"a\" : 1 }\r\n")]
    [InlineData("\uFEFF{}")]
    public void Text_VerifiesEitherWay(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.True(RawBody.TryRead(body, isBase64: false, out var plain));
        Assert.True(RawBody.TryRead(Convert.ToBase64String(bytes), isBase64: true, out var decoded));
        Assert.True(GitHubSignature.Verify(plain, Sign(bytes), Secrets));
        Assert.True(GitHubSignature.Verify(decoded, Sign(bytes), Secrets));
    }

    [Theory]
    [InlineData("{not base64}")]
    [InlineData("e30")]
    public void WhatIsSaidToBeBase64_AndIsNot_IsRefused(string body) => Assert.False(RawBody.TryRead(body, isBase64: true, out _));

    [Fact]
    public void ASignatureOfTheBase64Text_IsRefused()
    {
        var encoded = Convert.ToBase64String("{}"u8);
        Assert.True(RawBody.TryRead(encoded, isBase64: true, out var raw));
        Assert.False(GitHubSignature.Verify(raw, Sign(Encoding.UTF8.GetBytes(encoded)), Secrets));
    }

    private static string Sign(byte[] body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("s3cret"u8, body));
}
