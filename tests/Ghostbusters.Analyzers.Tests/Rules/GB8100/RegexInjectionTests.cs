using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class RegexInjectionTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<RegexInjection>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.Text.RegularExpressions;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public bool M(string p) => [|Regex.IsMatch(\"text\", p)|];")]
    [InlineData("[HttpGet] public object M(string p) => [|new Regex(\"^\" + p)|];")]
    [InlineData("[HttpGet] public object M(string p) => [|new Regex(p, RegexOptions.IgnoreCase)|].Matches(\"text\");")]
    [InlineData("[HttpGet] public string M(string p) => [|Regex.Replace(\"text\", p, \"\")|];")]
    [InlineData("public string[] M() => [|Regex.Split(\"a,b\", Request.Query[\"sep\"].ToString())|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public bool M(string s) => Regex.IsMatch(s, \"^[a-z]+$\");")]
    [InlineData("[HttpGet] public bool M(string p) => Regex.IsMatch(\"text\", Regex.Escape(p));")]
    [InlineData("[HttpGet] public object M(string p) => new Regex(p, RegexOptions.None, TimeSpan.FromSeconds(1));")]
    [InlineData("[HttpGet] public object M(string p) => new Regex(p, RegexOptions.NonBacktracking);")]
    [InlineData("[HttpGet] public bool M(string p) => Regex.IsMatch(\"text\", p, RegexOptions.None, TimeSpan.FromSeconds(1));")]
    [InlineData("[HttpGet] public string M(string s) => Regex.Replace(\"text\", \"t\", s);")]
    [InlineData("[HttpGet] public object M(int n) => new Regex(\"a{\" + n + \"}\");")]
    [InlineData("[HttpGet] public object? M(string p) => p == \"x+\" ? new Regex(p) : null;")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
