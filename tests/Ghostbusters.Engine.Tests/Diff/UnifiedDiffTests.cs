using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Tests.Git;

namespace Ghostbusters.Engine.Tests.Diff;

public class UnifiedDiffTests
{
    private static readonly string[] Names = ["plain", "two words", "q\"uote", "back\\slash", "t\tab", "\u00e4 \u4f60", "b/b"];

    [Fact]
    public void GitApply_MakesTheNewFilesOfTheOld() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10),
        Prop.ForAll(Gen.Two(UnifiedDiffReaderTests.TextGen()).ArrayOf(20).ToArbitrary(), static pairs =>
        {
            using var sandbox = GitSandbox.WithRepository();
            var files = pairs.Select(static (p, i) => (Path: $"dir/{Names[i % Names.Length]}{i}.cs", Old: p.Item1, New: p.Item2)).ToList();
            foreach (var file in files)
                sandbox.Write(file.Path, file.Old);
            var diff = string.Concat(files.Select(static f => UnifiedDiff.Between(f.Path, f.Old, f.New)));
            sandbox.Write("all.diff", diff);
            if (diff.Length > 0)
                sandbox.Git("apply", "--whitespace=nowarn", "all.diff");
            foreach (var file in files)
                Assert.Equal(file.New, File.ReadAllText(sandbox.PathOf(file.Path)));
        }));

    [Fact]
    public void AChange_IsShownWithThreeLinesAround()
    {
        var old = string.Concat(Enumerable.Range(1, 9).Select(static i => $"{i}\n"));
        Assert.Equal(
            "diff --git a/a.cs b/a.cs\n--- a/a.cs\n+++ b/a.cs\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
            UnifiedDiff.Between("a.cs", old, old.Replace("5", "five", StringComparison.Ordinal)));
    }

    [Fact]
    public void ALineEndAtTheEnd_IsShown() => Assert.Equal(
        "diff --git a/a.cs b/a.cs\n--- a/a.cs\n+++ b/a.cs\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
        UnifiedDiff.Between("a.cs", "a", "a\n"));

    [Fact]
    public void NoChange_IsNoDiff() => Assert.Equal("", UnifiedDiff.Between("a.cs", "a\n", "a\n"));
}
