using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class UnrestrictedBindingTests
{
    [Theory]
    [InlineData("void M(HttpListener l) => [|l.Prefixes.Add(\"http://*:8080/\")|];")]
    [InlineData("void M(HttpListener l) => [|l.Prefixes.Add(\"https://+:443/\")|];")]
    [InlineData("void M(HttpListener l, int p) => [|l.Prefixes.Add($\"http://*:{p}/\")|];")]
    [InlineData("void M(HttpListener l) => [|l.Prefixes.Add(\"http://*.org/\")|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<UnrestrictedBinding>($"using System.Net; class C {{ {member} }}");

    [Theory]
    [InlineData("void M(HttpListener l) => l.Prefixes.Add(\"http://localhost:8080/\");")]
    [InlineData("void M(HttpListener l) => l.Prefixes.Add(\"http://*.shop.net:8080/\");")]
    [InlineData("void M(HttpListener l, string h) => l.Prefixes.Add($\"http://{h}:80/\");")]
    [InlineData("void M(List<string> prefixes) => prefixes.Add(\"http://*:8080/\");")]
    [InlineData("void M(HttpListener l) => l.Prefixes.Remove(\"http://*:8080/\");")]
    [InlineData("void M(HttpListener l, bool isDevelopment) { if (isDevelopment) l.Prefixes.Add(\"http://*:8080/\"); }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<UnrestrictedBinding>($"using System.Net; class C {{ {member} }}");

    [Fact]
    public Task UnboundHost_Triggers() => RuleTest.VerifyBrokenAsync<UnrestrictedBinding>("using Microsoft.Owin.Hosting; class C { object M() => [|WebApp.Start<C>(\"http://+:9000\")|]; }");
}
