using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class ResponseSplittingTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<ResponseSplitting>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Http;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    // A cookie is encoded; that it is none is not known here.
    [Fact]
    public Task ACookieThatDoesNotBind_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<ResponseSplitting>("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public class C(ICookieJar jar) : ControllerBase
        {
            [HttpGet] public void M(string s) => jar.OfAnswer.Append("last", s);
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => [|Response.Headers[\"X-Name\"] = s|];")]
    [InlineData("[HttpGet] public void M(string s) => [|Response.Headers.Append(\"X-Name\", \"n=\" + s)|];")]
    [InlineData("[HttpGet] public void M(string s) => [|Response.Headers.ContentDisposition = $\"attachment; filename={s}\"|];")]
    [InlineData("public void M() => [|Response.ContentType = Request.Query[\"type\"].ToString()|];")]
    [InlineData("[HttpGet] public void M(string s, System.Net.HttpListenerResponse r) => [|r.AddHeader(\"X\", s)|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => Response.Headers[\"X-Name\"] = \"fixed\";")]
    [InlineData("[HttpGet] public void M(string s) => Response.Headers[\"X-Name\"] = Uri.EscapeDataString(s);")]
    [InlineData("[HttpGet] public void M(int n) => Response.Headers[\"X-Count\"] = n.ToString();")]
    [InlineData("[HttpGet] public void M(string s) => Response.Cookies.Append(\"name\", s);")]
    [InlineData("[HttpGet] public void M(string s) { if (s is \"a\" or \"b\") Response.Headers[\"X-Name\"] = s; }")]
    [InlineData("[HttpGet] public void M(string s) { if (Guid.TryParse(s, out var id)) Response.Headers[\"X-Id\"] = id.ToString(); }")]
    [InlineData("public string M() => Request.Headers[\"X-Name\"].ToString();")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
