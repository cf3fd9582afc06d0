using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Diff;

namespace Ghostbusters.Engine.Tests.Diff;

public class UnifiedDiffReaderTests
{
    private const string Hunk = "@@ -1,2 +1,3 @@ class A\n same\n-old\n+new\n+more\n";

    [Theory]
    [InlineData("--- a/src/A.cs\n+++ b/src/A.cs\n", "src/A.cs")]
    [InlineData("diff --git a/src/A.cs b/src/A.cs\nindex 1..2 100644\n--- a/src/A.cs\n+++ b/src/A.cs\n", "src/A.cs")]
    [InlineData("diff --git a/O.cs b/N.cs\nsimilarity index 90%\nrename from O.cs\nrename to N.cs\n--- a/O.cs\n+++ b/N.cs\n", "N.cs")]
    [InlineData("--- A.cs.orig\t2026-11-21 05:00:00\n+++ A.cs\t2026-11-21 05:00:00\n", "A.cs")]
    [InlineData("Index: A.cs\n=====\n--- A.cs\t(revision 1)\n+++ A.cs\t(working copy)\n", "A.cs")]
    [InlineData("--- \"a/tab\\there \\303\\244.cs\"\n+++ \"b/tab\\there \\303\\244.cs\"\n", "tab\there \u00e4.cs")]
    [InlineData("--- a/two words.cs\t\n+++ b/two words.cs\t\n", "two words.cs")]
    [InlineData("diff --git i/A.cs w/A.cs\n--- i/A.cs\n+++ w/A.cs\n", "A.cs")]
    [InlineData("diff --git b/A.cs b/A.cs\n--- b/A.cs\n+++ b/A.cs\n", "b/A.cs")] // diff.noprefix, in a folder b
    [InlineData("diff --git b/A.cs b/A.cs\nnew file mode 100644\n--- /dev/null\n+++ b/A.cs\n", "b/A.cs")]
    [InlineData("diff --git a/A.cs b/A.cs\nnew file mode 100644\n--- /dev/null\n+++ b/A.cs\n", "A.cs")]
    [InlineData("From: somebody\n\nSome words.\n---\n A.cs | 3 +++\n\n--- a/A.cs\n+++ b/A.cs\n", "A.cs")]
    public void AddedLines_AreNumberedInTheNewFile(string header, string path)
    {
        foreach (var diff in new[] { header + Hunk, (header + Hunk).Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            var changed = UnifiedDiffReader.Read(diff);
            Assert.Equal([path], changed.Paths);
            Assert.Equal(new LineRange(2, 3), Assert.Single(changed[path]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("diff --git a/O.cs b/N.cs\nsimilarity index 100%\nrename from O.cs\nrename to N.cs\n")]
    [InlineData("diff --git a/a.png b/a.png\nindex 1..2 100644\nBinary files a/a.png and b/a.png differ\n")]
    [InlineData("diff --git a/a.png b/a.png\nGIT binary patch\nliteral 3\nKcmZQ\n\n")]
    [InlineData("--- a/A.cs\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n\\ No newline at end of file\n")]
    public void ADiffWithoutAddedLines_ChangesNone(string diff) => Assert.Empty(UnifiedDiffReader.Read(diff).Paths);

    [Theory]
    [InlineData("no diff", 1)]
    [InlineData("@@ -1 +1 @@\n-a\n+b\n", 1)]
    [InlineData("--- a/A.cs\nrubbish\n", 1)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +1 @@\n-a\n", 4)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +1 @@\n-a", 4)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +1 @@\n-a\n-b\n+c\n", 5)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +1 @@\n-a\n?b\n", 5)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +x @@\n", 3)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +2147483647,9 @@\n", 3)]
    [InlineData("--- a/A.cs\n+++ b/A.cs\n@@ -1 +99999999999 @@\n", 3)]
    [InlineData("--- a/A.cs\n+++ \"b/A.cs\n@@ -1 +1 @@\n", 2)]
    [InlineData("--- a/A.cs\n+++ \"b/\\400.cs\"\n@@ -1 +1 @@\n", 2)]
    [InlineData("diff --cc A.cs\n", 1)]
    [InlineData("x\n@@@ -1 -1 +1 @@@\n", 2)]
    public void Rubbish_IsRefusedWithItsLine(string diff, int line) =>
        Assert.StartsWith($"Line {line}: ", Assert.Throws<FormatException>(() => UnifiedDiffReader.Read(diff)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyText_IsReadOrRefused() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(
            "diff --git a/A b/A", "--- a/A.cs", "+++ b/A.cs", "+++ \"b/\\1", "@@ -1 +1 @@", "@@ -0,0 +1,2 @@", "@@ -9,9 +9,9", "@@ ", "@@@ ", " x", "+y",
            "-z", "", "\r", "\\ No newline", "Binary files ", "Index: ", "rubbish", "\n").ArrayOf().ToArbitrary(),
        static parts => Record.Exception(() => UnifiedDiffReader.Read(string.Join('\n', parts))) is null or FormatException));

    [Fact]
    public void AnyCharacters_AreReadOrRefused() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        static text => Record.Exception(() => UnifiedDiffReader.Read(text ?? "")) is null or FormatException));

    [Fact]
    public void WhatUnifiedDiffWrites_IsReadBack() => Check.QuickThrowOnFailure(Prop.ForAll(
        TextGen().ToArbitrary(), TextGen().ToArbitrary(), Gen.Elements("A.cs", "a b.cs", "q\"\\\n\u0001.cs", "b/\u00e4\u007f.cs").ToArbitrary(),
        static (a, b, path) =>
        {
            var expected = LineDiff.Between(TextLines.WithEnds(a), TextLines.WithEnds(b)).Where(static e => e.NewCount > 0)
                .Select(static e => new LineRange(e.NewStart + 1, e.NewStart + e.NewCount));
            return UnifiedDiffReader.Read(UnifiedDiff.Between(path, a, b))[path].SequenceEqual(expected);
        }));

    internal static Gen<string> TextGen() =>
        from lines in Gen.Elements("a\n", "b\n", "c\r\n", "\n", "- d\n", "\r\n", "e\rf\n", "@@ -1 +1 @@\n").ArrayOf()
        from last in Gen.Elements("", "last", "last\r")
        select string.Concat(lines) + last;
}
