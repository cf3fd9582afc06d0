using Ghostbusters.Analyzers.Rules.GB8200;
using Ghostbusters.CodeFixes.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class InsecureCookieTests
{
    private const string Usings = "using Microsoft.AspNetCore.Http; using Microsoft.Extensions.DependencyInjection; ";

    [Theory]
    [InlineData("void M(HttpResponse r, string v) => r.Cookies.Append(\"auth\", v, new CookieOptions { HttpOnly = true, [|Secure = false|] });")]
    [InlineData("void M(HttpResponse r, string v) => [|r.Cookies.Append(\"session\", v)|];")]
    [InlineData("void M(IServiceCollection s) => s.AddSession(o => [|o.Cookie.SecurePolicy = CookieSecurePolicy.None|]);")]
    [InlineData("void M(HttpResponse r, string v) => r.Cookies.Append(\"jwt\", v, new CookieOptions { [|HttpOnly = false|], Secure = true });")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<InsecureCookie>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(HttpResponse r, string v) => r.Cookies.Append(\"auth\", v, new CookieOptions { HttpOnly = true, Secure = true });")]
    [InlineData("void M(HttpResponse r) => r.Cookies.Append(\"theme\", \"dark\");")]
    [InlineData("void M(HttpResponse r, string v) => r.Cookies.Append(\"XSRF-TOKEN\", v, new CookieOptions { HttpOnly = false });")]
    [InlineData("void M(HttpRequest q, HttpResponse r, string v) => r.Cookies.Append(\"auth\", v, new CookieOptions { HttpOnly = true, Secure = q.IsHttps });")]
    [InlineData("void M(HttpResponse r) => r.Cookies.Append(\"session\", \"\", new CookieOptions { Expires = DateTimeOffset.MinValue });")]
    [InlineData("void M(IServiceCollection s) => s.AddSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<InsecureCookie>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("new CookieOptions { HttpOnly = true, Secure = false }", "new CookieOptions { HttpOnly = true, Secure = true }")]
    [InlineData("new CookieBuilder { SecurePolicy = CookieSecurePolicy.None }", "new CookieBuilder { SecurePolicy = CookieSecurePolicy.Always }")]
    public Task Repair_SetsTheFlag(string before, string after) => RepairTest.VerifyAsync<InsecureCookie, CookieFlagRepair>(
        $"{Usings}class C {{ object M() => {before}; }}", $"{Usings}class C {{ object M() => {after}; }}");
}
