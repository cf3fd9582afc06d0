using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class FormatStringTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<FormatString>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.Text;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public string M(string f) => [|string.Format(f, 1)|];")]
    [InlineData("[HttpGet] public object M(string f) => [|new StringBuilder().AppendFormat(\"a \" + f, 1)|];")]
    [InlineData("[HttpGet] public void M(string f) => [|Console.WriteLine(f, 1)|];")]
    [InlineData("public object M() => [|CompositeFormat.Parse(Request.Query[\"f\"].ToString())|];")]
    [InlineData("public static string N() => [|string.Format(System.Globalization.CultureInfo.InvariantCulture, Console.ReadLine()!, 1)|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public string M(string s) => string.Format(\"got {0}\", s);")]
    [InlineData("[HttpGet] public string M(string s) => $\"got {s}\";")]
    [InlineData("[HttpGet] public void M(string s) => Console.WriteLine(s);")]
    [InlineData("[HttpGet] public string M(int n) => string.Format(\"{0:D\" + n + \"}\", 1);")]
    [InlineData("[HttpGet] public string? M(string f) => f == \"{0}!\" ? string.Format(f, 1) : null;")]
    [InlineData("public static string N(string format) => string.Format(format, 1);")]
    [InlineData("[HttpGet] public object M(string s) => new StringBuilder().AppendFormat(\"got {0}\", s);")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
