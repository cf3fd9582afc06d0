using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class TrustBoundaryTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<TrustBoundary>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Http;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => [|HttpContext.Session.SetString(\"role\", s)|];")]
    [InlineData("[HttpGet] public void M(int n) => [|HttpContext.Session.SetInt32(\"limit\", n)|];")]
    [InlineData("[HttpGet] public void M(string s) => [|HttpContext.Session.Set(\"role\", System.Text.Encoding.UTF8.GetBytes(s))|];")]
    [InlineData("public void M() => [|HttpContext.Session.SetString(Request.Query[\"k\"].ToString(), \"on\")|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => HttpContext.Session.SetString(\"role\", \"user\");")]
    [InlineData("[HttpGet] public void M(string s) { if (s is \"user\" or \"guest\") HttpContext.Session.SetString(\"role\", s); }")]
    [InlineData("[HttpGet] public void M(string s) => HttpContext.Session.SetString(\"cart\", Guid.Parse(s).ToString());")]
    [InlineData("[HttpGet] public string? M(string s) => HttpContext.Session.GetString(\"role\");")]
    [InlineData("public static void N(ISession session, string s) => session.SetString(\"role\", s);")]
    [InlineData("[HttpGet] public void M(string s) => HttpContext.Session.SetString(\"seen\", DateTime.UtcNow.ToString(\"O\"));")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
