using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class WeakCipherTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    [Theory]
    [InlineData("object M() => [|DES.Create()|];")]
    [InlineData("object M() => [|TripleDES.Create()|];")]
    [InlineData("void M(Aes a) { [|a.Mode = CipherMode.ECB|]; }")]
    [InlineData("object M() { var mode = CipherMode.ECB; return new AesManaged { [|Mode = mode|] }; }")]
    [InlineData("byte[] M(RSA k, byte[] d) => [|k.Encrypt(d, RSAEncryptionPadding.Pkcs1)|];")]
    [InlineData("object M() => [|RSA.Create(1024)|];")]
    [InlineData("const string N = \"DES\"; object? M() => [|SymmetricAlgorithm.Create(N)|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<WeakCipher>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("object M() => Aes.Create();")]
    [InlineData("void M(Aes a) => a.Mode = CipherMode.CBC;")]
    [InlineData("byte[] M(RSA k, byte[] d) => k.Encrypt(d, RSAEncryptionPadding.OaepSHA1);")]
    [InlineData("object M() => RSA.Create(2048);")]
    [InlineData("object AesCtr(Aes a) { a.Mode = CipherMode.ECB; return a; }")]
    [InlineData("object NtlmHash() => DES.Create();")]
    [InlineData("byte[] M(byte[] d) { using var x = TripleDES.Create(); return x.CreateDecryptor().TransformFinalBlock(d, 0, d.Length); }")]
    [InlineData("bool M(Aes a) => a.Mode == CipherMode.ECB;")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<WeakCipher>($"{Usings}class C {{ {member} }}");
}
