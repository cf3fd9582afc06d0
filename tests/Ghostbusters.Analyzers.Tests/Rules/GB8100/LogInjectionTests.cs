using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class LogInjectionTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<LogInjection>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;
        public class C(ILogger<C> log) : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => [|log.LogInformation(\"got \" + s)|];")]
    [InlineData("[HttpGet] public void M(string s) => [|log.LogError(new InvalidOperationException(), $\"failed for {s}\")|];")]
    [InlineData("[HttpGet] public void M(string s) => [|log.Log(LogLevel.Warning, s)|];")]
    [InlineData("[HttpGet] public void M(string s) => [|System.Diagnostics.Trace.TraceWarning(\"user {0}\", s)|];")]
    [InlineData("public void M() => [|log.LogDebug(\"agent \" + Request.Headers.UserAgent)|];")]
    [InlineData("[HttpGet] public void M(string s) { var line = Line(s); [|log.LogInformation(line)|]; } static string Line(string s) => \"got \" + s.Trim();")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => log.LogInformation(\"got {S}\", s);")]
    [InlineData("[HttpGet] public void M(string s) => log.LogError(new InvalidOperationException(), \"failed for {S}\", s);")]
    [InlineData("[HttpGet] public void M(int n) => log.LogInformation(\"got \" + n);")]
    [InlineData("[HttpGet] public void M(string s) => log.LogInformation(\"got \" + s.Replace(\"\\r\", \"\").Replace(\"\\n\", \"\"));")]
    [InlineData("[HttpGet] public void M(string s) => log.LogInformation(\"got \" + Uri.EscapeDataString(s));")]
    [InlineData("[HttpGet] public void M(string s) { if (s == \"eu\") log.LogInformation(\"region \" + s); }")]
    [InlineData("[HttpGet] public void M(string s) { s = \"fixed\"; log.LogInformation(\"got \" + s); }")]
    [InlineData("public void M(string s) { Log(); void Log() => log.LogInformation(\"got \" + 1); }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);

    // The exception's type does not bind, but no text is called so.
    [Fact]
    public Task AnExceptionOfAPackage_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<LogInjection>("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;
        using Stripe;
        public class C(ILogger<C> log) : ControllerBase
        {
            [HttpGet]
            public void M(string s)
            {
                try { new Client().Ask(s); }
                catch (StripeException e) { log.LogError(e, "no answer: {Code}", e.Code); }
            }
        }
        """);
}
