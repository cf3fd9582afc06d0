using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class VerificationInNameOnlyTests
{
    [Theory]
    [InlineData("bool [|VerifySignature|](byte[] data, byte[] signature) => true;")]
    [InlineData("bool [|HasRole|](string[] roles, string role) { foreach (var r in roles) { if (r == role) Console.WriteLine(r); } return true; }")]
    [InlineData("bool [|IsAuthorized|](string user) { if (user == \"root\") return true; return true; }")]
    [InlineData("bool [|HasPermission|](string[] given) => given.Length >= 0;")]
    [InlineData("Task<bool> [|ValidateTokenAsync|](string token) => Task.FromResult(true);")]
    [InlineData("void [|VerifyToken|](string token) { Console.WriteLine(token.Length); }")]
    [InlineData("bool [|CheckPassword|](string password) => Same(password); static bool Same(string text) { if (text == \"\") return true; return true; }")]
    [InlineData("public sealed class R : Microsoft.AspNetCore.Authorization.IAuthorizationRequirement; public sealed class H : Microsoft.AspNetCore.Authorization.AuthorizationHandler<R> { protected override Task [|HandleRequirementAsync|](Microsoft.AspNetCore.Authorization.AuthorizationHandlerContext c, R r) { c.Succeed(r); return Task.CompletedTask; } }")]
    [InlineData("void Add(Microsoft.AspNetCore.Authorization.AuthorizationOptions o) => o.AddPolicy(\"Admins\", p => p.RequireAssertion([|_ => true|]));")]
    public Task Hollow_Triggers(string member) => RuleTest.VerifyAsync<VerificationInNameOnly>($"class C {{ {member} }}");

    [Theory]
    [InlineData("bool VerifySignature(byte[] data, byte[] signature) => data.AsSpan().SequenceEqual(signature);")]
    [InlineData("bool VerifyToken(string token) { if (token.Length != 32) throw new UnauthorizedAccessException(); return true; }")]
    [InlineData("bool VerifyToken(string token) { Convert.FromBase64String(token); return true; }")]
    [InlineData("bool VerifyToken(string token, List<string> errors) { if (token == \"\") errors.Add(\"none\"); return true; }")]
    [InlineData("bool VerifyToken(string token, out int id) { id = token.Length; return true; }")]
    [InlineData("public virtual bool IsAuthorized(string user) => true;")]
    [InlineData("bool IsAuthorized() => true;")]
    [InlineData("/// <summary>Everybody may.</summary>\nbool IsAuthorized(string user) => true;")]
    [InlineData("class AllowAll { bool IsAuthorized(string user) => true; }")]
    [InlineData("bool VerifyToken(string token) { try { return token.Length > int.Parse(token); } catch (FormatException) { return false; } }")]
    [InlineData("interface I { bool HasAccess(string user); } class A : I { public bool HasAccess(string user) => true; } class B : I { public bool HasAccess(string user) => user == \"b\"; }")]
    [InlineData("bool IsEnabled(string feature) => true;")]
    [InlineData("bool VerifyChain(object sender, System.Security.Cryptography.X509Certificates.X509Certificate c, System.Security.Cryptography.X509Certificates.X509Chain h, System.Net.Security.SslPolicyErrors e) => true;")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<VerificationInNameOnly>($"class C {{ {member} }}");

    [Fact]
    public Task TheStubRule_LeavesItToThisOne_DoesNotTrigger() =>
        RuleTest.VerifyAsync<StubBody>("class C { public bool VerifySignature(byte[] data, byte[] signature) => true; }");

    [Fact]
    public Task AnUnboundContract_IsKnownByItsName_Triggers() => RuleTest.VerifyBrokenAsync<VerificationInNameOnly>("""
        using Hangfire.Dashboard;
        public sealed class DashboardFilter : IDashboardAuthorizationFilter { public bool [|Authorize|](DashboardContext context) => true; }
        """);
}
