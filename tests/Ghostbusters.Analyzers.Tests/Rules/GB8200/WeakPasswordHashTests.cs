using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class WeakPasswordHashTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; using Microsoft.AspNetCore.Identity; ";

    [Fact]
    public Task PlaceThatAPeerWasSilencedAt_DoesNotTrigger() => RuleTest.VerifyAsync<WeakPasswordHash>($$"""
        {{Usings}}
        class C
        {
        #pragma warning disable CA5350 // The service takes nothing else.
            byte[] M(byte[] password) => SHA1.HashData(password);
        #pragma warning restore CA5350
            byte[] N(byte[] password) => [|SHA1.HashData(password)|];
        }
        """);

    [Theory]
    [InlineData("byte[] M(byte[] password) => [|SHA256.HashData(password)|];")]
    [InlineData("byte[] HashPassword(byte[] text) { using var sha = [|SHA512.Create()|]; return sha.ComputeHash(text); }")]
    [InlineData("byte[] M(string p, byte[] s) => [|Rfc2898DeriveBytes.Pbkdf2(p, s, 1000, HashAlgorithmName.SHA256, 32)|];")]
    [InlineData("object M() => new PasswordHasherOptions { [|IterationCount = 500|] };")]
    [InlineData("const int N = 100; byte[] M(string p, byte[] s) => [|Rfc2898DeriveBytes.Pbkdf2(p, s, iterations: N, HashAlgorithmName.SHA256, 32)|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<WeakPasswordHash>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("byte[] M(string p, byte[] s) => Rfc2898DeriveBytes.Pbkdf2(p, s, 600_000, HashAlgorithmName.SHA256, 32);")]
    [InlineData("byte[] M(string p, byte[] s, int n) => Rfc2898DeriveBytes.Pbkdf2(p, s, n, HashAlgorithmName.SHA256, 32);")]
    [InlineData("byte[] M(byte[] document) => SHA256.HashData(document);")]
    [InlineData("byte[] ScramSalted(byte[] password) => SHA256.HashData(password);")]
    [InlineData("byte[] M(byte[] passwordResetToken) => SHA256.HashData(passwordResetToken);")]
    [InlineData("byte[] AesKey(byte[] password) { var aesKey = SHA256.HashData(password); return aesKey; }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<WeakPasswordHash>($"{Usings}class C {{ {member} }}");
}
