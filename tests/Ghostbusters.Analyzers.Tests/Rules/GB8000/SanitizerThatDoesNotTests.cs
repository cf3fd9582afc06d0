using Ghostbusters.Analyzers.Rules.GB8000;
using Ghostbusters.CodeFixes.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class SanitizerThatDoesNotTests
{
    private const string Usings = "using System.Net; using System.Text.RegularExpressions; ";

    [Theory]
    [InlineData("string [|SanitizePath|](string p) => p.Replace(\"../\", \"\");")]
    [InlineData("string [|SanitizeHtml|](string h) => h.Replace(\"<script\", \"&lt;script\");")]
    [InlineData("string [|SanitizeHtml|](string h) => h.ToLower().Replace(\"<script>\", \"\");")]
    [InlineData("string [|SanitizeSql|](string s) { foreach (var w in new[] { \"DROP\", \"UNION\" }) s = s.Replace(w, \"\"); return s; }")]
    [InlineData("string [|SanitizeInput|](string s) { Console.WriteLine(s); return s; }")]
    [InlineData("string [|SanitizeInput|](string s) { try { return WebUtility.HtmlEncode(s); } catch (ArgumentException) { return s; } }")]
    [InlineData("string EscapeHtml(string s) { [|s.Replace(\"<\", \"&lt;\")|]; return s; }")]
    [InlineData("string Show(string s) { [|WebUtility.HtmlEncode(s)|]; return s; }")]
    [InlineData("string Show(string s) { var safe = [|WebUtility.HtmlEncode(s)|]; return s; }")]
    [InlineData("bool [|IsValidName|](string s) => Regex.IsMatch(s, \"[a-z]+\");")]
    [InlineData("string Open(string s) { var [|safe|] = s.Replace(\"../\", \"\"); return safe; }")]
    public Task Harmful_Triggers(string member) => RuleTest.VerifyAsync<SanitizerThatDoesNot>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("string EscapeHtml(string s) => s.Replace(\"&\", \"&amp;\").Replace(\"<\", \"&lt;\");")]
    [InlineData("string SanitizePath(string p) { while (p.Contains(\"../\")) p = p.Replace(\"../\", \"\"); return p; }")]
    [InlineData("string SanitizePath(string p) => p.Replace(\"../\", \"\").Replace(\"/\", \"\");")]
    [InlineData("string SanitizeSql(string s) => s.Replace(\"'\", \"''\");")]
    [InlineData("string SanitizeHtml(string h) => WebUtility.HtmlEncode(h.Replace(\"<script>\", \"\"));")]
    [InlineData("string SanitizeHtml(string h) => h.Replace(\"<br>\", \"\\n\");")]
    [InlineData("string EscapeXml(string s) { if (!s.Contains('<')) return s; return WebUtility.HtmlEncode(s); }")]
    [InlineData("public virtual string SanitizeInput(string s) => s;")]
    [InlineData("string SanitizeName(string s) { if (s == \"\") throw new ArgumentException(\"none\"); return s; }")]
    [InlineData("bool IsValidName(string s) => Regex.IsMatch(s, \"^[a-z]+$\");")]
    [InlineData("bool IsValidPassword(string s) => Regex.IsMatch(s, \"[0-9]+\");")]
    [InlineData("string Short(string s) { var clean = s.Replace(\"System.\", \"\"); return clean; }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<SanitizerThatDoesNot>($"{Usings}class C {{ {member} }}");

    [Fact]
    public async Task TheMessage_ShowsAnInputThatGetsThrough() => Assert.Contains(
        "'..././' comes out as '../'", (await RuleTest.VerifyAsync<SanitizerThatDoesNot>("class C { string [|SanitizePath|](string p) => p.Replace(\"../\", \"\"); }"))[0].GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("string EscapeHtml(string s) { s.Replace(\"<\", \"&lt;\"); return s; }", "string EscapeHtml(string s) { s = s.Replace(\"<\", \"&lt;\"); return s; }")]
    [InlineData("string Show(string s) { WebUtility.HtmlEncode(s); return s; }", "string Show(string s) { s = WebUtility.HtmlEncode(s); return s; }")]
    [InlineData("bool IsValidName(string s) => Regex.IsMatch(s, \"[a-z]+\");", "bool IsValidName(string s) => Regex.IsMatch(s, \"^[a-z]+$\");")]
    public Task Repair_KeepsTheText(string before, string after) =>
        RepairTest.VerifyAsync<SanitizerThatDoesNot, KeepTextRepair>($"{Usings}class C {{ {before} }}", $"{Usings}class C {{ {after} }}");

    [Fact]
    public Task Repair_OfWhatMayBeAnything_IsNotOffered() =>
        RepairTest.VerifyNotOfferedAsync<SanitizerThatDoesNot, KeepTextRepair>("class C { string SanitizePath(string p) => p.Replace(\"../\", \"\"); }");
}
