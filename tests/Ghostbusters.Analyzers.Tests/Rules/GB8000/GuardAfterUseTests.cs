using Ghostbusters.Analyzers.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class GuardAfterUseTests
{
    private const string Usings = "using System.Security.Claims; ";

    [Theory]
    [InlineData("int M(string s) { var n = s.Length; if ([|s == null|]) throw new ArgumentNullException(nameof(s)); return n; }")]
    [InlineData("int M(string s) { var n = s.Length; [|ArgumentNullException.ThrowIfNull(s)|]; return n; }")]
    [InlineData("int M(byte[] b) { var n = b[0]; if ([|b is null|]) throw new ArgumentNullException(nameof(b)); return n; }")]
    [InlineData("int M(string s) { if (s.Length == 0 || [|s == null|]) throw new ArgumentException(\"none\"); return 1; }")]
    [InlineData("interface I { void Delete(int i); } void M(I i, ClaimsPrincipal p) { i.Delete(1); if (![|p.IsInRole(\"a\")|]) throw new UnauthorizedAccessException(); }")]
    [InlineData("string M(string path) { var t = File.ReadAllText(path); if ([|path.Contains(\"..\")|]) throw new ArgumentException(\"elsewhere\"); return t; }")]
    public Task Late_Triggers(string member) => RuleTest.VerifyAsync<GuardAfterUse>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("int M(string s) { if (s == null) throw new ArgumentNullException(nameof(s)); return s.Length; }")]
    [InlineData("int M(string s) { if (s != null && s.Length > 3) return 3; if (s == null) throw new ArgumentNullException(nameof(s)); return s.Length; }")]
    [InlineData("int M(string s) { var n = s?.Length; if (s == null) throw new ArgumentNullException(nameof(s)); return n ?? 0; }")]
    [InlineData("int M(string s, bool b) { var n = 0; if (b) n = s.Length; if (s == null) throw new ArgumentNullException(nameof(s)); return n; }")]
    [InlineData("string M(string s) { var n = s.Length; s = n > 3 ? s : null!; if (s == null) throw new ArgumentException(\"short\"); return s; }")]
    [InlineData("Func<int> M(string s) { Func<int> f = () => s.Length; if (s == null) throw new ArgumentNullException(nameof(s)); return f; }")]
    [InlineData("interface I { void Delete(int i); } void M(I i, ClaimsPrincipal p) { if (!p.IsInRole(\"a\")) throw new UnauthorizedAccessException(); i.Delete(1); }")]
    [InlineData("interface IAudit { void Save(string s); } void M(IAudit audit, ClaimsPrincipal p) { audit.Save(\"x\"); if (!p.IsInRole(\"a\")) throw new UnauthorizedAccessException(); }")]
    [InlineData("string M(string path) { var t = File.ReadAllText(path); if (t.StartsWith(\"x\")) throw new ArgumentException(\"no\"); return t; }")]
    [InlineData("string M(string path) { if (path.Contains(\"..\")) throw new ArgumentException(\"no\"); return File.ReadAllText(path); }")]
    public Task InTime_DoesNotTrigger(string member) => RuleTest.VerifyAsync<GuardAfterUse>($"{Usings}class C {{ {member} }}");
}
