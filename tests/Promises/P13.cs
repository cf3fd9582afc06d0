using System.Security.Cryptography;
using System.Text;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Promises;

/// <summary>A webhook with a bad, missing, short or otherwise written signature is refused.</summary>
public class P13
{
    /// <summary>From GitHub's documentation on validating webhook deliveries.</summary>
    private const string Body = "Hello, World!";
    private const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static readonly SecretVersions Secrets = new(Secret.OfText("It's a Secret to Everybody"), null);

    [Fact]
    public void GitHubsOwnExample_Holds() => Assert.True(Verify(Body, Signature));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e170")]
    [InlineData("sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17")]
    [InlineData("SHA256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData(" sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1")]
    [InlineData("sha256= 57107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1g")]
    public void AnotherForm_IsRefused(string? signature) => Assert.False(Verify(Body, signature));

    [Fact]
    public void Sha1_IsRefused_ThoughItIsRight()
    {
        var sha1 = "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes("It's a Secret to Everybody"), Encoding.UTF8.GetBytes(Body)));
        Assert.False(Verify(Body, sha1));
    }

    [Fact]
    public void EveryByteOfTheSignature_Matters()
    {
        for (var i = "sha256=".Length; i < Signature.Length; i++)
        {
            var other = Signature[i] == '0' ? '1' : '0';
            Assert.False(Verify(Body, Signature[..i] + other + Signature[(i + 1)..]), $"Character {i}");
        }
    }

    [Fact]
    public void EveryByteOfTheBody_Matters()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        for (var i = 0; i < body.Length; i++)
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = body.ToArray();
                changed[i] ^= (byte)(1 << bit);
                Assert.False(GitHubSignature.Verify(changed, Signature, Secrets));
            }
        Assert.False(GitHubSignature.Verify([], Signature, Secrets));
        Assert.False(GitHubSignature.Verify([.. body, 0], Signature, Secrets));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("toke")]
    [InlineData("token ")]
    [InlineData("Token")]
    public void AnotherGitLabToken_IsRefused(string? token)
    {
        var secrets = new SecretVersions(Secret.OfText("token"), null);
        Assert.True(GitLabToken.Verify("token", secrets));
        Assert.False(GitLabToken.Verify(token, secrets));
    }

    private static bool Verify(string body, string? signature) => GitHubSignature.Verify(Encoding.UTF8.GetBytes(body), signature, Secrets);
}
