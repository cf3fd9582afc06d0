using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class ClearTextTransportTests
{
    private const string Usings = "using System.Net; using System.Net.Mail; ";

    [Theory]
    [InlineData("Task M(HttpClient c) => c.GetAsync([|\"http://api.shop-now.net/a\"|]);")]
    [InlineData("Task M(HttpClient c, int id) => c.GetAsync([|$\"http://api.shop-now.net/{id}\"|]);")]
    [InlineData("object M() => new HttpClient { [|BaseAddress = new Uri(\"http://api.shop-now.net\")|] };")]
    [InlineData("void M(SmtpClient s) { [|s.EnableSsl = false|]; }")]
    [InlineData("const string H = \"http://api.shop-now.net\"; Task M(HttpClient c) => c.GetAsync([|H + \"/a\"|]);")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<ClearTextTransport>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("Task M(HttpClient c) => c.GetAsync(\"https://api.shop-now.net/a\");")]
    [InlineData("Task M(HttpClient c) => c.GetAsync(\"http://localhost:5000/a\");")]
    [InlineData("Task M(HttpClient c) => c.GetAsync(\"http://10.0.0.1/a\");")]
    [InlineData("Task M(HttpClient c, string h) => c.GetAsync($\"http://{h}/a\");")]
    [InlineData("System.Xml.Linq.XNamespace N = \"http://www.w3.org/2000/svg\";")]
    [InlineData("Task M(HttpClient c) => c.GetAsync(\"http://stock:8080/a\");")]
    [InlineData("object M() => new SmtpClient(\"localhost\", 25) { EnableSsl = false };")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<ClearTextTransport>($"{Usings}class C {{ {member} }}");
}
