using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.Analyzers.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class VerificationResultUnusedTests
{
    private const string Usings = "using System.Security.Cryptography; using System.Security.Claims; using Microsoft.AspNetCore.Identity; ";
    private const string Verify = "(d, s, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)";

    [Theory]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { k.[|VerifyData|]" + Verify + "; }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { _ = k.[|VerifyData|]" + Verify + "; }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { var ok = k.[|VerifyData|]" + Verify + "; }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { var ok = k.[|VerifyData|]" + Verify + "; Console.WriteLine(ok); }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { if (!k.[|VerifyData|]" + Verify + ") { } }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { if (!k.[|VerifyData|]" + Verify + ") Console.WriteLine(\"wrong\"); }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { System.Diagnostics.Debug.Assert(k.[|VerifyData|]" + Verify + "); }")]
    [InlineData("async Task M(UserManager<object> m, object u) { await m.[|CheckPasswordAsync|](u, \"x\"); }")]
    [InlineData("void M(ClaimsPrincipal p) { p.[|IsInRole|](\"admin\"); }")]
    [InlineData("void M(string t) { [|VerifyToken|](t); } bool VerifyToken(string t) => t.Length == 3;")]
    public Task Unread_Triggers(string member) => RuleTest.VerifyAsync<VerificationResultUnused>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("bool M(RSA k, byte[] d, byte[] s) => k.VerifyData" + Verify + ";")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { if (!k.VerifyData" + Verify + ") throw new CryptographicException(); }")]
    [InlineData("bool M(RSA k, byte[] d, byte[] s) { var ok = k.VerifyData" + Verify + "; Console.WriteLine(ok); return ok; }")]
    [InlineData("bool _ok; void M(RSA k, byte[] d, byte[] s) { _ok = k.VerifyData" + Verify + "; }")]
    [InlineData("void M(IPasswordHasher<object> h) { h.VerifyHashedPassword(new object(), \"dummy\", \"x\"); }")]
    [InlineData("int M(System.Security.Cryptography.X509Certificates.X509Chain c, System.Security.Cryptography.X509Certificates.X509Certificate2 x) { c.Build(x); return c.ChainElements.Count; }")]
    [InlineData("void M(string t) { VerifyToken(t); } bool VerifyToken(string t) => t.Length == 3 ? true : throw new UnauthorizedAccessException();")]
    [InlineData("int _n; void M(string t) { VerifyToken(t); } bool VerifyToken(string t) { _n++; Bad(t); return t == \"\"; } void Bad(string t) { }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { if (!k.VerifyData" + Verify + ") Environment.FailFast(\"wrong\"); }")]
    [InlineData("void M(RSA k, byte[] d, byte[] s) { var n = 0; if (k.VerifyData" + Verify + ") n++; Console.WriteLine(n); }")]
    [InlineData("void M(HashSet<string> a) { a.Add(\"x\"); }")]
    public Task Read_DoesNotTrigger(string member) => RuleTest.VerifyAsync<VerificationResultUnused>($"{Usings}class C {{ {member} }}");

    [Fact]
    public Task TheRuleOnOutcomes_LeavesItToThisOne_DoesNotTrigger() => RuleTest.VerifyAsync<IgnoredOutcome>(
        $"{Usings}class C {{ async Task M(Microsoft.AspNetCore.Authorization.IAuthorizationService a, ClaimsPrincipal u) {{ await a.AuthorizeAsync(u, null, \"write\"); }} }}");
}
