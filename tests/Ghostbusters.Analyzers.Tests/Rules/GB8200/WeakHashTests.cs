using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class WeakHashTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    [Theory]
    [InlineData("byte[] Token(byte[] user) { var token = [|MD5.HashData(user)|]; return token; }")]
    [InlineData("byte[] SessionId(byte[] user) => [|SHA1.HashData(user)|];")]
    [InlineData("byte[] M(RSA key, byte[] data) => [|key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)|];")]
    [InlineData("byte[] M(byte[] key, byte[] data) => [|HMACMD5.HashData(key, data)|];")]
    [InlineData("byte[] M(byte[] secret) { using var hash = [|MD5.Create()|]; return hash.ComputeHash(secret); }")]
    [InlineData("string Sign(string text) => Hex(text + \"secret\"); static string Hex(string text) => Convert.ToHexString([|MD5.HashData(Encoding.UTF8.GetBytes(text))|]); string Signature(string t) { var signature = Hex(t); return signature; }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<WeakHash>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("byte[] ETag(byte[] body) => MD5.HashData(body);")]
    [InlineData("byte[] CacheKey(byte[] url) => SHA1.HashData(url);")]
    [InlineData("Guid Uuid(byte[] name) => new(MD5.HashData(name));")]
    [InlineData("byte[] Token(byte[] secret) => SHA256.HashData(secret);")]
    [InlineData("byte[] M(byte[] password) => MD5.HashData(password);")]
    [InlineData("byte[] WebSocketAccept(byte[] secretKey) => SHA1.HashData(secretKey);")]
    [InlineData("byte[] Totp(byte[] secret, byte[] counter) => HMACSHA1.HashData(secret, counter);")]
    [InlineData("bool M(RSA key, byte[] d, byte[] s) => key.VerifyData(d, s, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<WeakHash>($"{Usings}class C {{ {member} }}");

    [Fact]
    public Task UnboundDigest_Triggers() => RuleTest.VerifyBrokenAsync<WeakHash>("""
        using Org.BouncyCastle.Crypto.Digests;
        class C { object Signature() { var signature = [|new MD5Digest()|]; return signature; } }
        """);

    [Fact]
    public Task UnboundNameOfAnotherNamespace_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<WeakHash>("""
        using Shop.Digests;
        class C { object Signature() { var signature = new MD5Digest(); return signature; } }
        """);
}
