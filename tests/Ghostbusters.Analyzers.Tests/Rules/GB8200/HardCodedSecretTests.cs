using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class HardCodedSecretTests
{
    // Right-shaped, put together here so that no scanner takes this file for a leak.
    private const string GitHub = "ghp" + "_FakeFakeFake0123456789abcdefGHIJKLMN";
    private const string Stripe = "sk" + "_live_Fake0123Fake4567Fake89ab";
    private const string Slack = "xoxb" + "-0123456789-fakefake-FakeFake01";
    private const string Google = "AI" + "zaFake0123456789FakeabcdefghijklmnopQ";
    private const string Jwt = "ey" + "JhbGciOiJmYWtlIn0fake.eyJzdWIiOiJmYWtlIn0fake.c2lnbmF0dXJlLWZha2UtZmFrZQ";

    [Theory]
    [InlineData(GitHub)]
    [InlineData(Stripe)]
    [InlineData(Slack)]
    [InlineData(Google)]
    [InlineData(Jwt)]
    public Task TokenShape_Triggers(string token) =>
        RuleTest.VerifyAsync<HardCodedSecret>($"class C {{ string M() => [|\"{token}\"|]; }}");

    [Theory]
    [InlineData("string Password = [|\"Winter2024!\"|];")]
    [InlineData("const string ApiKey = [|\"a8f3-fake-77c1-fake\"|];")]
    [InlineData("void M(Dictionary<string, string> d) => d[\"Db:Password\"] = [|\"letmein-now\"|];")]
    [InlineData("string M(string? s) { var password = s ?? [|\"hunter2hunter\"|]; return password; }")]
    [InlineData("object M() => new System.Net.NetworkCredential(\"me\", [|\"M4il-Fake\"|]);")]
    [InlineData("bool M(string password) => password == [|\"sesame-open\"|];")]
    [InlineData("string M() => [|\"Server=db;User Id=sa;Password=Sa-1234\"|];")]
    [InlineData("string M() => [|\"amqp://shop:r4bb1t@queue/\"|];")]
    [InlineData("object M() => new System.Security.Cryptography.HMACSHA256(System.Text.Encoding.UTF8.GetBytes([|\"f4k3-mac-k3y-0123\"|]));")]
    [InlineData("object M() { var b = System.Text.Encoding.UTF8.GetBytes(\"f4k3-mac-k3y-0123\"); return new System.Security.Cryptography.HMACSHA256([|b|]); }")]
    [InlineData("void M(System.Security.Cryptography.Aes a) => a.Key = [|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }|];")]
    public Task Secret_Triggers(string member) => RuleTest.VerifyAsync<HardCodedSecret>($"class C {{ {member} }}");

    [Theory]
    [InlineData("const string Password = \"password\";")]
    [InlineData("const string ApiKey = \"X-Api-Key\";")]
    [InlineData("string Password = \"\";")]
    [InlineData("string Password = \"<your-password>\";")]
    [InlineData("string Password = \"{0}\";")]
    [InlineData("string Password = \"%PASSWORD1%\";")]
    [InlineData("string Secret = \"********\";")]
    [InlineData("string TokenEndpoint = \"https://host/oauth2/token\";")]
    [InlineData("string PasswordHash = \"c2FsdGVkaGFzaDEyMw\";")]
    [InlineData("string PublicKeyToken = \"b77a5c561934e089\";")]
    [InlineData("string PasswordError = \"passwords need 8 characters\";")]
    [InlineData("string M(string password) => $\"Server=db;Password={password};\";")]
    [InlineData("string M() => \"Server=db;User Id=sa;Password={0};\";")]
    [InlineData("string M() => \"amqp://guest:guest@localhost\";")]
    [InlineData("string M() => \"AKIAIOSFODNN7EXAMPLE\";")]
    [InlineData("string M() => \"-----BEGIN PRIVATE KEY-----\";")]
    [InlineData("object M(byte[] key) => new System.Security.Cryptography.HMACSHA256(key);")]
    [InlineData("bool M(string token) => token == \"implicit_grant_2\";")]
    [InlineData("const string PX12_RotateAccessKeyForMasterPassword = \"px-12-rotate-access-key-for-master-password\";")]
    [InlineData("const string AccountKey = \"C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==\";")]
    [InlineData("class Login { public string? User; public string? Password; } object M() => new Login { User = \"guest\", Password = \"guest\" };")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<HardCodedSecret>($"class C {{ {member} }}");

    [Fact]
    public Task TestProject_KnowsOnlyTokenShapes() => RuleTest.VerifyAsync<HardCodedSecret>($$"""
        public class T
        {
            string Password = "Winter2024!";
            string Live = [|"{{GitHub}}"|];
            [Xunit.Fact] public void M() { }
        }
        """);

    [Theory]
    [InlineData("string Password = [|\"", "Winter2024!")]
    [InlineData("string Live = [|\"", GitHub)]
    [InlineData("string Db = [|\"Server=db;Password=", "Sa-1234")]
    public async Task Finding_NeverHoldsTheSecret(string start, string secret)
    {
        var finding = Assert.Single(await RuleTest.VerifyAsync<HardCodedSecret>($"class C {{ {start}{secret}\"|]; }}"));
        var said = finding.GetMessage() + string.Concat(finding.Properties.Select(static p => p.Key + p.Value));
        Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[..Math.Min(6, secret.Length)], said, StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptor_NamesItsCwe() => Assert.Contains("CWE-798", new HardCodedSecret().SupportedDiagnostics[0].CustomTags);
}
