using System.Text;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Tests.Loading;

public class HostileSourceTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "parentheses", "class A { int M() => " + new string('(', 100_000) + "1" + new string(')', 100_000) + "; }" },
        { "open parentheses", "class A { int M() => " + new string('(', 100_000) },
        { "blocks", "class A { void M() " + new string('{', 50_000) + new string('}', 50_000) + " }" },
        { "generics", "class A { " + string.Concat(Enumerable.Repeat("List<", 20_000)) + "int" + new string('>', 20_000) + " f; }" },
        { "else chain", "class A { void M(int x) { " + string.Concat(Enumerable.Repeat("if (x == 1) { } else ", 20_000)) + "{ } } }" },
        { "member chain", "class A { object M(A a) => a" + string.Concat(Enumerable.Repeat(".f", 20_000)) + "; }" },
        { "conditional chain", "class A { int M(bool b) => " + string.Concat(Enumerable.Repeat("b ? 1 : ", 20_000)) + "1; }" },
        { "sum", "class A { int M() => 1" + string.Concat(Enumerable.Repeat(" + 1", 20_000)) + "; }" },
        { "negations", "class A { bool M() => " + new string('!', 100_000) + "true; }" },
        { "lambdas", "class A { object M() => " + string.Concat(Enumerable.Repeat("x => ", 20_000)) + "1; }" },
        { "nested interpolation", "class A { string M() => " + string.Concat(Enumerable.Repeat("$\"{", 3_000)) + "1" + string.Concat(Enumerable.Repeat("}\"", 3_000)) + "; }" },
        { "parentheses in a hole", "class A { string M() => $\"{" + new string('(', 100_000) + "1" + new string(')', 100_000) + "}\"; }" },
        { "generics in a hole", "class A { string M() => $\"{new " + string.Concat(Enumerable.Repeat("List<", 20_000)) + "int" + new string('>', 20_000) + "()}\"; }" },
        { "masked generics", "class A { " + string.Concat(Enumerable.Repeat("List</*;>>>{}*/", 20_000)) + "int" + new string('>', 20_000) + " f; }" },
        { "tuples", "class A { " + new string('(', 20_000) + "int, int" + string.Concat(Enumerable.Repeat("), int", 20_000)) + " f; }" },
        { "arrays", "class A { int" + string.Concat(Enumerable.Repeat("[]", 50_000)) + " f; }" },
        { "pointers", "unsafe class A { int" + new string('*', 100_000) + " f; }" },
        { "patterns", "class A { bool M(object o) => o is " + string.Concat(Enumerable.Repeat("not ", 20_000)) + "null; }" },
        { "refs", "class A { void M() { " + string.Concat(Enumerable.Repeat("ref ", 20_000)) + "int x; } }" },
        { "labels", "class A { void M() { " + string.Concat(Enumerable.Repeat("x: ", 20_000)) + "; } }" },
        { "queries", "class A { object M() => " + string.Concat(Enumerable.Repeat("from x in ", 10_000)) + "a; }" },
        { "casts", "class A { object M() => " + string.Concat(Enumerable.Repeat("(int)", 20_000)) + "1; }" },
        { "raw string", "class A { string s = \"\"\"\"\"\n" + new string('x', 100_000) },
        { "long line", "class A { string s = \"" + new string('x', 1_000_000) + "\"; }" },
        { "conflict", "class A {\n<<<<<<< HEAD\n int a;\n=======\n int b;\n>>>>>>> other\n}" },
        { "directives", string.Concat(Enumerable.Repeat("#if X\n", 20_000)) },
        { "namespaces", string.Concat(Enumerable.Repeat("namespace N { ", 5_000)) + new string('}', 5_000) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AnySource_LeavesTheOthersAnalysed(string kind, string text)
    {
        var loaded = Load(Encoding.UTF8.GetBytes(text));

        var good = loaded.Projects.Single().Compilation.GetTypeByMetadataName("Good");
        Assert.True(good is not null, kind);
        Assert.Equal(2, loaded.FilesFound);
        // Whatever was accepted is shallow enough for every walker that comes after.
        foreach (var tree in loaded.Projects.Single().Compilation.SyntaxTrees)
            Assert.InRange(tree.GetRoot().DescendantNodes().Select(static node => node.Ancestors().Take(SourceParsing.MaximumDepth + 1).Count()).DefaultIfEmpty().Max(), 0, SourceParsing.MaximumDepth);
        if (kind is "parentheses" or "open parentheses" or "raw string" or "conflict" or "blocks")
            Assert.Contains(loaded.Notices, static notice => notice is { Subject: "bad.cs", IsPartial: true });
        if (kind is "long line")
            Assert.Empty(loaded.Notices);
    }

    [Fact]
    public void BinaryNamedAsSource_IsLeftOutWithANotice()
    {
        var loaded = Load([0x4D, 0x5A, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFE, 0, 0]);

        Assert.Contains("not text", Assert.Single(loaded.Notices).Reason);
    }

    [Fact]
    public void Utf16WithAMark_IsRead() =>
        Assert.NotNull(Load([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("class Wide;")]).Projects[0].Compilation.GetTypeByMetadataName("Wide"));

    [Fact]
    public void InvalidUtf8_IsReadAsRoslynReadsIt() =>
        Assert.NotNull(Load([.. "// caf"u8, 0xE9, .. "\nclass Latin;"u8]).Projects[0].Compilation.GetTypeByMetadataName("Latin"));

    [Fact]
    public void AFileOverTheLimit_IsLeftOutWithTheLimitNamed()
    {
        var loaded = ProjectLoader.Load(new MemoryTree([("a.cs", "class A;"), ("big.cs", new string(' ', 2_000))]), new LoadOptions { MaximumFileSize = 1_000 });

        Assert.Contains("1000", Assert.Single(loaded.Notices).Reason);
        Assert.NotNull(loaded.Projects[0].Compilation.GetTypeByMetadataName("A"));
    }

    [Fact]
    public void ASyntaxError_NamesItsLineAndKeepsTheRest()
    {
        var loaded = Load("class Half {\n void M( {\n}"u8.ToArray());

        Assert.Contains("line 2", Assert.Single(loaded.Notices).Reason);
        Assert.NotNull(loaded.Projects[0].Compilation.GetTypeByMetadataName("Half"));
    }

    private static LoadedSolution Load(byte[] bad) => ProjectLoader.Load(
        new MemoryTree([("bad.cs", bad), ("good.cs", (ReadOnlyMemory<byte>)"class Good;"u8.ToArray()), ("A.csproj", (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(ProjectLoaderTests.Library("")))]),
        new LoadOptions());
}
