using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class CodeInjectionTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<CodeInjection>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.Reflection;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public object? M(string t) => [|Type.GetType(t)|];")]
    [InlineData("[HttpGet] public object? M(string t) => [|Assembly.Load(t)|];")]
    [InlineData("[HttpGet] public object? M(string t) => [|Activator.CreateInstance(\"Shop\", \"Shop.\" + t)|];")]
    [InlineData("[HttpGet] public object? M(string t) => [|new System.Data.DataTable().Compute(t, null)|];")]
    [InlineData("public object? M() => [|typeof(C).GetMethod(Request.Query[\"m\"].ToString())|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public object? M(string t) => Type.GetType(\"Shop.Order\");")]
    [InlineData("[HttpGet] public object? M(string t) => t switch { \"a\" => Activator.CreateInstance(typeof(List<int>)), _ => null };")]
    [InlineData("[HttpGet] public object? M(string t) => Kinds.GetValueOrDefault(t); static readonly Dictionary<string, Type> Kinds = new() { [\"a\"] = typeof(int) };")]
    [InlineData("[HttpGet] public object? M(string t) => t == \"Shop.Order\" ? Type.GetType(t) : null;")]
    [InlineData("[HttpGet] public object? M(int n) => new System.Data.DataTable().Compute(\"1 + \" + n, null);")]
    [InlineData("[HttpGet] public object? M(string t) => t.GetType();")]
    [InlineData("[HttpGet] public object? M(string t) { t = \"Shop.Order\"; return Type.GetType(t); }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);

    // Neither the package nor its types are here; a caller who is asked for a script hands over code.
    [Theory]
    [InlineData("[HttpPost] public object M(string text) => [|Razor.Parse(text)|];")]
    [InlineData("[HttpPost] public object M(string text) => [|RazorEngine.Razor.Parse(text)|];")]
    [InlineData("[HttpPost] public object M(string text) => Razor.Parse(\"<p>hello</p>\");")]
    [InlineData("public static object Run(string script) => Razor.Parse(script);")]
    [InlineData("public static object Run(string countryCode) => [|Razor.Parse(countryCode)|];")]
    public Task AnEngineThatDoesNotBind_TriggersOnData(string member) =>
        RuleTest.VerifyBrokenAsync<CodeInjection>($"using Microsoft.AspNetCore.Mvc; using RazorEngine; public static class P {{ }} public class C {{ {member} }}");
}
