using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class CertificateValidationDisabledTests
{
    private const string Usings = "using System.Net; using System.Net.Security; using System.Security.Cryptography.X509Certificates; ";

    [Theory]
    [InlineData("object M() => new HttpClientHandler { [|ServerCertificateCustomValidationCallback = (_, _, _, _) => true|] };")]
    [InlineData("void M() { [|ServicePointManager.ServerCertificateValidationCallback += delegate { return true; }|]; }")]
    [InlineData("SslStream M(Stream s) => [|new SslStream(s, false, Yes)|]; static bool Yes(object o, X509Certificate? c, X509Chain? h, SslPolicyErrors e) { Console.WriteLine(e); return true; }")]
    [InlineData("object M() => new HttpClientHandler { [|ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };")]
    [InlineData("RemoteCertificateValidationCallback M() => [|new RemoteCertificateValidationCallback((_, _, _, _) => true)|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<CertificateValidationDisabled>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => e == SslPolicyErrors.None };")]
    [InlineData("void M() => ServicePointManager.ServerCertificateValidationCallback = null;")]
    [InlineData("void M(HttpClientHandler h, bool isDevelopment) { if (isDevelopment) h.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }")]
    [InlineData("void M(HttpClientHandler h, bool allowInsecure) { if (!allowInsecure) return; h.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }")]
    [InlineData("SslStream M(Stream s) => new SslStream(s, false, (_, c, _, _) => c?.Subject == \"CN=a\");")]
    [InlineData("Func<int, bool> ServerCertificateCustomValidationCallback = _ => true; void M() { ServerCertificateCustomValidationCallback = _ => true; }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<CertificateValidationDisabled>($"{Usings}class C {{ {member} }}");

    [Fact]
    public Task UnboundClient_Triggers() => RuleTest.VerifyBrokenAsync<CertificateValidationDisabled>("""
        using MailKit.Net.Smtp;
        class C { void M(SmtpClient client) { [|client.ServerCertificateValidationCallback = (s, c, h, e) => true|]; } }
        """);
}
