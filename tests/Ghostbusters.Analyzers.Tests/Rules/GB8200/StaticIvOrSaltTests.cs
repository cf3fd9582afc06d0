using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class StaticIvOrSaltTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    [Theory]
    [InlineData("void M(Aes a) { [|a.IV = new byte[16]|]; }")]
    [InlineData("static readonly byte[] Iv = [1, 2, 3]; object M(Aes a, byte[] k) => a.CreateEncryptor(k, [|Iv|]);")]
    [InlineData("byte[] M(string p) => Rfc2898DeriveBytes.Pbkdf2(p, [|Encoding.UTF8.GetBytes(\"salt-of-all\")|], 600_000, HashAlgorithmName.SHA256, 32);")]
    [InlineData("void M(Aes a) { var zeros = new byte[16]; [|a.IV = zeros|]; }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<StaticIvOrSalt>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(Aes a) => a.IV = RandomNumberGenerator.GetBytes(16);")]
    [InlineData("void M(Aes a) { var iv = new byte[16]; RandomNumberGenerator.Fill(iv); a.IV = iv; }")]
    [InlineData("void M(Aes a, byte[] iv) => a.IV = iv;")]
    [InlineData("void M(Aes a, Stream s) { var iv = new byte[16]; s.ReadExactly(iv); a.IV = iv; }")]
    [InlineData("byte[] M(Aes a, byte[] d) { a.IV = new byte[16]; return a.CreateDecryptor().TransformFinalBlock(d, 0, d.Length); }")]
    [InlineData("byte[] Cmac(Aes a, byte[] d) => a.EncryptCbc(d, new byte[16]);")]
    [InlineData("byte[] M(string p, string salt) => Rfc2898DeriveBytes.Pbkdf2(p, Encoding.UTF8.GetBytes(salt), 600_000, HashAlgorithmName.SHA256, 32);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<StaticIvOrSalt>($"{Usings}class C {{ {member} }}");
}
