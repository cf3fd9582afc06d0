using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class RegexWithoutLimitTests
{
    private const string Usings = "using System.Text.RegularExpressions; ";

    [Theory]
    [InlineData("bool M(string t) => [|Regex.IsMatch(t, \"^(a+)+$\")|];")]
    [InlineData("Regex M() => [|new(\"^(b|c+)+d\")|];")]
    [InlineData("Regex M() => [|new Regex(\"(x*)*y\", RegexOptions.None, Regex.InfiniteMatchTimeout)|];")]
    [InlineData("Regex M(string p) => [|new Regex(p, RegexOptions.None, TimeSpan.FromHours(1))|];")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<RegexWithoutLimit>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("TimeSpan.FromHours(1)", 1)]
    [InlineData("TimeSpan.FromSeconds(1)", 0)]
    [InlineData("TimeSpan.FromSeconds(Seconds)", 0)]
    public async Task ALimitOfAnotherFile_IsReadThere(string limit, int findings) => Assert.Equal(findings, (await TestCompilation.AnalyzeAsync(
        TestCompilation.Of(Usings + "class C { Regex M(string p) => new(p, RegexOptions.None, Limits.Longest); }", $"static class Limits {{ private const int Seconds = 3600; internal static readonly TimeSpan Longest = {limit}; }}"),
        new RegexWithoutLimit())).Length);

    [Theory]
    [InlineData("bool M(string t) => Regex.IsMatch(t, \"^a+$\");")]
    [InlineData("bool M(string t) => Regex.IsMatch(t, \"^(a+,)*$\");")]
    [InlineData("Regex M() => new(\"^(a+)+$\", RegexOptions.NonBacktracking);")]
    [InlineData("Regex M() => new(\"^(a+)+$\", RegexOptions.None, TimeSpan.FromSeconds(1));")]
    [InlineData("Regex M(string p) => new(p, RegexOptions.None, TimeSpan.FromSeconds(1));")]
    [InlineData("Regex M(string p) => new(p);")]
    [InlineData("void M() => AppDomain.CurrentDomain.SetData(\"REGEX_DEFAULT_MATCH_TIMEOUT\", TimeSpan.FromSeconds(1)); bool N(string t) => Regex.IsMatch(t, \"^(a+)+$\");")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<RegexWithoutLimit>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(?:x?y+)*;")]
    [InlineData(@"^(\p{L}+)*!")]
    [InlineData(@"(?i)^(?<n>\w+)+;")]
    public void AnEndlessPart_IsFound(string pattern) => Assert.NotNull(RegexShape.EndlessPart(pattern, skipsSpace: false));

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("(?")]
    [InlineData("(?<")]
    [InlineData("a{")]
    [InlineData("a{2")]
    [InlineData("(?#(a+)+$)b")]
    [InlineData(@"[\d-[3]]+$")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((a))))))")]
    public void WhatIsNoneOrNoPattern_HasNone(string pattern) => Assert.Null(RegexShape.EndlessPart(pattern, skipsSpace: true));
}
