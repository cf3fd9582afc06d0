using Ghostbusters.Analyzers.Rules.GB8200;
using Ghostbusters.CodeFixes.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class ObsoleteTlsTests
{
    private const string Usings = "using System.Net; using System.Net.Security; using System.Security.Authentication; ";

    [Theory]
    [InlineData("void M() => ServicePointManager.SecurityProtocol = [|SecurityProtocolType.Tls|];")]
    [InlineData("void M() => ServicePointManager.SecurityProtocol |= [|SecurityProtocolType.Tls11|] | SecurityProtocolType.Tls12;")]
    [InlineData("object M() => new HttpClientHandler { SslProtocols = [|SslProtocols.Ssl3|] };")]
    [InlineData("void M() => ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)192|];")]
    [InlineData("Task M(SslStream s) => s.AuthenticateAsClientAsync(\"a\", null, [|SslProtocols.Tls|], true);")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<ObsoleteTls>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;")]
    [InlineData("void M() => ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;")]
    [InlineData("bool M(SslStream s) => s.SslProtocol == SslProtocols.Tls;")]
    [InlineData("object M() => new HttpClientHandler { SslProtocols = SslProtocols.None };")]
    [InlineData("string M(SslProtocols p) => p switch { SslProtocols.Tls => \"1.0\", _ => \"\" };")]
    [InlineData("void M(HttpClientHandler h, bool wantsTls10) { var v = wantsTls10; if (v) h.SslProtocols = SslProtocols.Tls12; }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<ObsoleteTls>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("SslProtocols.Tls", "SslProtocols.Tls12")]
    [InlineData("SslProtocols.Tls | SslProtocols.Tls12", "SslProtocols.Tls12")]
    [InlineData("SslProtocols.Tls12 | SslProtocols.Tls11 | SslProtocols.Tls13", "SslProtocols.Tls12 | SslProtocols.Tls13")]
    [InlineData("SslProtocols.Ssl3 | SslProtocols.Tls | SslProtocols.Tls11", "SslProtocols.Tls12")]
    public Task Repair_LeavesTheNewVersions(string before, string after) => RepairTest.VerifyAsync<ObsoleteTls, ObsoleteTlsRepair>(
        $"{Usings}class C {{ object M() => new HttpClientHandler {{ SslProtocols = {before} }}; }}", $"{Usings}class C {{ object M() => new HttpClientHandler {{ SslProtocols = {after} }}; }}");

    [Fact]
    public Task Repair_OfANumber_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<ObsoleteTls, ObsoleteTlsRepair>(
        Usings + "class C { void M() => ServicePointManager.SecurityProtocol = (SecurityProtocolType)192; }");
}
