using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class UntrustedSearchPathTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<UntrustedSearchPath>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.Diagnostics;
        using System.Reflection;
        using System.Runtime.InteropServices;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public object M(string s) => [|NativeLibrary.Load(s)|];")]
    [InlineData("[HttpGet] public object M(string s) => [|Assembly.LoadFrom(Path.Combine(\"plugins\", s))|];")]
    [InlineData("[HttpGet] public object M(string s) => new ProcessStartInfo(\"git\") { [|WorkingDirectory = s|] };")]
    [InlineData("public void M() => [|Environment.CurrentDirectory = Request.Query[\"dir\"].ToString()|];")]
    [InlineData("public static void N() => [|Directory.SetCurrentDirectory(Console.ReadLine()!)|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public object M(string s) => NativeLibrary.Load(\"/usr/lib/libshop.so\");")]
    [InlineData("[HttpGet] public object? M(string s) => s == \"jpeg\" ? NativeLibrary.Load(s) : null;")]
    [InlineData("[HttpGet] public object M(string s) => new ProcessStartInfo(\"git\") { WorkingDirectory = AppContext.BaseDirectory, ArgumentList = { s } };")]
    [InlineData("[HttpGet] public object M(int n) => Assembly.LoadFrom(\"plugins/v\" + n + \".dll\");")]
    [InlineData("public static object N(string folder) => new ProcessStartInfo(\"git\") { WorkingDirectory = folder };")]
    [InlineData("[HttpGet] public object M(string s) { s = \"shop.dll\"; return Assembly.LoadFrom(s); }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
