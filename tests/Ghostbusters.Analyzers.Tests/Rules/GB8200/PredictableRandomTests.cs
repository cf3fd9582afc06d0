using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class PredictableRandomTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Text; ";

    [Theory]
    [InlineData("string Password() => [|Random.Shared.Next()|].ToString();")]
    [InlineData("string M() { var token = [|new Random().Next()|].ToString(); return token; }")]
    [InlineData("byte[] M() { var salt = new byte[8]; [|Random.Shared.NextBytes(salt)|]; return salt; }")]
    [InlineData("string? ApiKey; void M() => ApiKey = Draw(); static string Draw() => [|Random.Shared.Next()|].ToString();")]
    [InlineData("void M(IDictionary<string, int> d) => d[\"otp\"] = [|Random.Shared.Next()|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<PredictableRandom>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("int Dice() => Random.Shared.Next(6);")]
    [InlineData("Task M(string token) => Task.Delay(Random.Shared.Next(100));")]
    [InlineData("string Token() => RandomNumberGenerator.GetHexString(8);")]
    [InlineData("string Pick(string[] a, string password) { var url = a[Random.Shared.Next(a.Length)]; return Send(url, password); } string Send(string u, string p) => u + p;")]
    [InlineData("int PasswordLength() => Random.Shared.Next(8, 12);")]
    [InlineData("string FakePassword() => Random.Shared.Next().ToString();")]
    [InlineData("int SaltLevel() => Random.Shared.Next(40);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<PredictableRandom>($"{Usings}class C {{ {member} }}");
}
