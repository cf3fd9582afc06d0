using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class ResourceExhaustionTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<ResourceExhaustion>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Http;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public object M(int n) => [|new byte[n]|];")]
    [InlineData("[HttpGet] public object M(int n) => [|new List<int>(n)|];")]
    [InlineData("[HttpGet] public Task M(int ms) => [|Task.Delay(ms)|];")]
    [InlineData("[HttpGet] public string M(int n) => [|\"a\".PadLeft(n)|];")]
    [InlineData("[HttpGet] public object? M(int n) => n < 0 ? null : [|new byte[n]|];")]
    [InlineData("[HttpGet] public object M(int n) { var sum = 0; for (var i = 0; i < n; i++) sum += i; return [|new byte[n]|]; }")]
    [InlineData("public object M() => [|Enumerable.Range(0, int.Parse(Request.Query[\"n\"].ToString()))|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public object M(int n) => new byte[Math.Min(n, 1024)];")]
    [InlineData("[HttpGet] public object M(int n) => new List<int>(Math.Clamp(n, 0, 100));")]
    [InlineData("[HttpGet] public Task M(int ms) => Task.Delay(100);")]
    [InlineData("[HttpGet] public object M(int n) => n == 4 ? new byte[n] : [];")]
    [InlineData("public static object N(int n) => new byte[n];")]
    [InlineData("[HttpGet] public object M(string s) => new byte[s == \"a\" ? 16 : 32];")]
    [InlineData("[HttpGet] public object M(string s) => new byte[s.Length];")]
    [InlineData("[HttpGet] public object? M(int n) => n > 100 ? null : new byte[n];")]
    [InlineData("[HttpGet] public object M(int n) { if (n is < 0 or > 100) n = 100; return new byte[n]; }")]
    [InlineData("[HttpGet] public object M(int n) { ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 100); return new List<int>(n); }")]
    [InlineData("[HttpGet] public object M(int n) { n = 16; return new byte[n]; }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
