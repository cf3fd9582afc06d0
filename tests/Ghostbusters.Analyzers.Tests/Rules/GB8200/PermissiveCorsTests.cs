using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class PermissiveCorsTests
{
    private const string Usings = "using Microsoft.AspNetCore.Cors.Infrastructure; using Microsoft.AspNetCore.Http; ";

    [Theory]
    [InlineData("void M(CorsPolicyBuilder b) => b.[|AllowAnyOrigin|]().AllowCredentials();")]
    [InlineData("void M(CorsPolicyBuilder b) { b.AllowCredentials().[|SetIsOriginAllowed|](_ => true); }")]
    [InlineData("void M(CorsPolicyBuilder b) => b.[|WithOrigins|](\"*\").AllowCredentials();")]
    [InlineData("void M(HttpContext c) { [|c.Response.Headers[\"Access-Control-Allow-Origin\"] = c.Request.Headers[\"Origin\"];|] c.Response.Headers[\"Access-Control-Allow-Credentials\"] = \"true\"; }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<PermissiveCors>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(CorsPolicyBuilder b) => b.AllowAnyOrigin().AllowAnyMethod();")]
    [InlineData("void M(CorsPolicyBuilder b) => b.WithOrigins(\"https://a.example\").AllowCredentials();")]
    [InlineData("void M(CorsPolicyBuilder b) => b.SetIsOriginAllowed(o => o.EndsWith(\".a\")).AllowCredentials();")]
    [InlineData("void M(CorsPolicyBuilder b, bool isDevelopment) { if (isDevelopment) b.SetIsOriginAllowed(_ => true).AllowCredentials(); }")]
    [InlineData("void M(HttpContext c) => c.Response.Headers[\"Access-Control-Allow-Origin\"] = \"*\";")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<PermissiveCors>($"{Usings}class C {{ {member} }}");
}
