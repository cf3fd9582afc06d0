using System.Text;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Engine.Tests.Analysis;

/// <summary>P26: one bad file never ends the run, and never hides the findings of another.</summary>
public class HostileSourceTests
{
    private const string Honest = "public class Honest { public void M() { try { System.Console.WriteLine(); } catch { } } }";

    private static readonly Dictionary<string, Func<byte[]>> Bad = new()
    {
        ["nested parentheses"] = static () => Utf8($"class B {{ int M() => {new string('(', 100_000)}1{new string(')', 100_000)}; }}"),
        ["nested braces"] = static () => Utf8($"class B {{ void M() {new string('{', 100_000)}{new string('}', 100_000)} }}"),
        ["nested generics"] = static () => Utf8($"class B {{ {string.Concat(Enumerable.Repeat("System.Collections.Generic.List<", 50_000))}int{new string('>', 50_000)} f; }}"),
        ["unary chain"] = static () => Utf8($"class B {{ bool M() => {new string('!', 100_000)}true; }}"),
        ["else-if chain"] = static () => Utf8($"class B {{ void M(int a) {{ {string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"if (a == {i}) {{ }} else "))} {{ }} }} }}"),
        ["addition chain"] = static () => Utf8($"class B {{ int M(int a) => {string.Join(" + ", Enumerable.Repeat("a", 50_000))}; }}"),
        ["one line of a megabyte"] = static () => Utf8($"class B {{ string S = \"{new string('x', 1 << 20)}\"; }}"),
        ["switch of 50,000 cases"] = static () => Utf8($"class B {{ int M(int a) {{ switch (a) {{ {string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"case {i}: return {i};"))} }} return 0; }} }}"),
        ["unterminated raw string"] = static () => Utf8("class B { string S = \"\"\"\"\" no end"),
        ["invalid UTF-8"] = static () => [.. Utf8("class B { string S = \""), 0xFF, 0xC0, 0x80, .. Utf8("\"; }")],
        ["lone surrogates in UTF-16"] = static () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("class B { string S = \""), 0x00, 0xD8, 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\"; }")],
        ["binary"] = static () => [.. Enumerable.Range(0, 100_000).Select(static i => (byte)(i * 7919 >> 3))],
        ["only zeros"] = static () => new byte[100_000],
        ["interpolations in interpolations"] = static () => Utf8($"class B {{ string M() => {string.Concat(Enumerable.Repeat("$\"{", 2_000))}1{string.Concat(Enumerable.Repeat("}\"", 2_000))}; }}"),
    };

    public static TheoryData<string> Names => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ABadFile_NeverHidesTheOthers(string name)
    {
        var tree = Tree(Bad[name](), Honest);
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Today = new DateOnly(2026, 11, 21) });
        Assert.Contains(result.Findings, static f => f.RuleId == "GB3003" && f.Location.Path == "Honest.cs");
        Assert.DoesNotContain(result.Notices, static n => n.RuleId == "GB9004");
    }

    [Fact]
    public async Task WhatCouldNotBeRead_MakesTheResultPartial()
    {
        var tree = Tree(Bad["nested parentheses"](), "class C { }");
        var result = await CodeAnalysis.RunAsync(new AnalysisRequest { Tree = tree, Today = new DateOnly(2026, 11, 21) });
        Assert.Equal(AnalysisStatus.Partial, result.Status);
        Assert.True(result.Score < 1);
        Assert.Contains(result.Notices, static n => n.IsPartial && n.Subject.Contains("Bad.cs", StringComparison.Ordinal));
    }

    private static MemoryTree Tree(byte[] bad, string good) =>
        new((IEnumerable<(string, ReadOnlyMemory<byte>)>)[("Bad.cs", bad), ("Honest.cs", Utf8(good))]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
