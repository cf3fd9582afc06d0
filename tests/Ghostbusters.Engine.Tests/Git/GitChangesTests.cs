using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Git;

namespace Ghostbusters.Engine.Tests.Git;

public class GitChangesTests
{
    private static readonly Arbitrary<Step[]> Histories = (
        from kind in Gen.Choose(0, 9)
        from file in Gen.Choose(0, 3)
        from position in Gen.Choose(0, 40)
        select new Step(kind, file, position)).ArrayOf(25).ToArbitrary();

    [Fact]
    public void RandomHistories_AreReadAsGitReadsThem() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(12),
        Prop.ForAll(Histories, static steps =>
        {
            using var sandbox = GitSandbox.WithRepository();
            sandbox.Write("src/keep.cs", "");
            var files = new RandomFiles(sandbox);
            foreach (var step in Enumerable.Range(0, 8).Select(static i => new Step(0, i, i)))
                files.Change("topic", step);
            sandbox.Commit();
            sandbox.Git("branch", "other");
            sandbox.Git("checkout", "-q", "-b", "topic");
            foreach (var step in steps)
                files.Run(step);
            AssertAsGit(sandbox, "", "other");
            AssertAsGit(sandbox, "src", "other");
        }));

    [Fact]
    public void LineEndsAlone_AreNoChange()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("lf.cs", "a\nb\nc\n");
        sandbox.Write("crlf.cs", "a\r\nb\r\nc\r\n");
        sandbox.Commit();
        sandbox.Write("lf.cs", "a\r\nb\r\nc\r\n");
        sandbox.Write("crlf.cs", "a\nb\nnew\nc\n");
        Assert.Equal(["crlf.cs"], Since(sandbox, "", "HEAD").Paths);
        Assert.Equal(new LineRange(3, 3), Assert.Single(Since(sandbox, "", "HEAD")["crlf.cs"]));
    }

    [Fact]
    public void LinesAreCountedAsTheCompilerCountsThem()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\rb\u2028c\u0085d\n");
        sandbox.Commit();
        sandbox.Write("a.cs", "a\rb\u2028c\u0085new\n");
        Assert.Equal(new LineRange(4, 4), Assert.Single(Since(sandbox, "", "HEAD")["a.cs"]));
    }

    [Fact]
    public void AFileThatGitDoesNotKnow_IsNew_AndABinaryOneChangesAsAWhole()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("utf16.cs", "a\0b");
        sandbox.Commit();
        sandbox.Write("new.cs", "a\nb");
        sandbox.Write("utf16.cs", "a\0c");
        sandbox.Write("other.txt", "a");
        var changed = Since(sandbox, "", "HEAD");
        Assert.Equal(["new.cs", "utf16.cs"], changed.Paths);
        Assert.Equal(new LineRange(1, 2), Assert.Single(changed["new.cs"]));
        Assert.Equal(new LineRange(1, int.MaxValue), Assert.Single(changed["utf16.cs"]));
    }

    [Fact]
    public void AFileThatCannotBeRead_HasChangedAsAWhole()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        var files = new FolderFiles(sandbox.Folder);
        File.Delete(sandbox.PathOf("a.cs"));
        var changed = GitChanges.Since(sandbox.Folder, "HEAD", files, static file => file == "a.cs");
        Assert.Equal(new LineRange(1, int.MaxValue), Assert.Single(changed["a.cs"]));
    }

    [Fact]
    public void AFurtherWorkTree_AndASubmodule_AreFollowedToTheirGitFolder()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        sandbox.Git("worktree", "add", "-q", "-b", "side", "tree");
        sandbox.Write("tree/a.cs", "a\nb\n");
        AssertAsGit(sandbox, "tree", "main");

        sandbox.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "./", "sub");
        sandbox.Commit();
        sandbox.Write("sub/a.cs", "x\n");
        AssertAsGit(sandbox, "sub", "HEAD");
        Assert.DoesNotContain("sub/a.cs", Since(sandbox, "", "HEAD").Paths);
    }

    [Fact]
    public void AShallowClone_IsUsedAsFarAsItGoes()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        sandbox.Git("branch", "old");
        sandbox.Write("a.cs", "a\nb\n");
        sandbox.Commit();
        sandbox.Write("a.cs", "a\nb\nc\n");
        sandbox.Commit();
        sandbox.Git("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + sandbox.Folder, "shallow");
        Assert.Empty(Since(sandbox, "shallow", "HEAD").Paths);
        foreach (var lost in new[] { "HEAD~1", "origin/old" })
            Assert.Contains("shallow", Assert.Throws<ConfigurationException>(() => Since(sandbox, "shallow", lost)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABorrowingClone_FindsItsObjects()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Write("a.cs", "a\n");
        sandbox.Commit();
        sandbox.Git("clone", "-q", "--shared", ".", "clone");
        sandbox.Write("clone/a.cs", "a\nb\n");
        AssertAsGit(sandbox, "clone", "origin/main");
    }

    [Theory]
    [InlineData("objectformat", "sha256")]
    [InlineData("refstorage", "reftable")]
    public void AnotherFormat_IsRefused(string name, string value)
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Commit();
        File.AppendAllText(sandbox.PathOf(".git/config"), $"[extensions]\n\t{name} = {value}\n");
        Assert.Contains(value, Assert.Throws<ConfigurationException>(() => Since(sandbox, "", "HEAD")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRepository_NoCommonHistory_AreRefused()
    {
        using var sandbox = GitSandbox.WithRepository();
        sandbox.Commit();
        sandbox.Git("checkout", "-q", "--orphan", "apart");
        sandbox.Commit();
        Assert.Contains("no common history", Assert.Throws<ConfigurationException>(() => Since(sandbox, "", "main")).Message, StringComparison.Ordinal);

        Directory.Delete(sandbox.PathOf(".git"), recursive: true);
        Assert.Contains("not within a git work tree", Assert.Throws<ConfigurationException>(() => Since(sandbox, "", "main")).Message, StringComparison.Ordinal);
    }

    private static ChangedLines Since(GitSandbox sandbox, string folder, string reference)
    {
        var path = folder.Length == 0 ? sandbox.Folder : sandbox.PathOf(folder);
        return GitChanges.Since(path, reference, new FolderFiles(path), static file => file.EndsWith(".cs", StringComparison.Ordinal));
    }

    private static void AssertAsGit(GitSandbox sandbox, string folder, string reference)
    {
        sandbox.GitIn(folder, "add", "-A");
        var expected = UnifiedDiffReader.Read(sandbox.GitIn(
            folder, "diff", "--no-renames", "--minimal", "--ignore-cr-at-eol", "-U0", "--relative", "--merge-base", reference, "--", "*.cs"));
        var actual = Since(sandbox, folder, reference);
        Assert.Equal(expected.Paths, actual.Paths);
        foreach (var path in expected.Paths)
            Assert.Equal(expected[path].AsEnumerable(), actual[path].AsEnumerable());
    }

    internal sealed record Step(int Kind, int File, int Position);

    /// <summary>Files whose lines are all different, so that there is one shortest diff; each branch changes its own.</summary>
    private sealed class RandomFiles(GitSandbox sandbox)
    {
        private int _lines;
        private string _branch = "topic";

        public void Run(Step step)
        {
            if (step.Kind < 6)
                Change(_branch, step);
            else if (step.Kind == 6)
                sandbox.Commit();
            else if (step.Kind == 7)
                sandbox.Git("gc", "-q");
            else if (step.Kind == 8)
                Switch();
            else
                Merge(step.File);
        }

        public void Change(string branch, Step step)
        {
            var path = $"{(step.File % 2 == 0 ? "src/" : "")}{branch}{step.File}.cs";
            var file = new FileInfo(sandbox.PathOf(path));
            List<string> lines = file.Exists ? [.. File.ReadAllText(file.FullName).Split('\n')] : [];
            var position = Math.Min(step.Position, lines.Count);
            if (step.Kind == 5)
                file.Delete();
            else if (step.Kind == 4 && file.Exists)
                file.MoveTo(sandbox.PathOf($"{branch}{_lines++}moved.cs"));
            else if (step.Kind == 3 && position < lines.Count)
                lines[position] = New();
            else if (step.Kind == 2)
                lines.RemoveRange(position, Math.Min(3, lines.Count - position));
            else
                lines.InsertRange(position, Enumerable.Range(0, 1 + step.Position).Select(_ => New()));
            // Git does not ignore a carriage return at the end of a last line that has no line feed; what is analysed does.
            if (step.Kind < 4)
                sandbox.Write(path, string.Join('\n', lines).TrimEnd('\r'));
        }

        private string New() => $"line {_lines++}" + (_lines % 7 == 0 ? "\r" : "");

        private void Switch()
        {
            sandbox.Commit();
            _branch = _branch == "topic" ? "other" : "topic";
            sandbox.Git("checkout", "-q", _branch);
        }

        private void Merge(int kind)
        {
            sandbox.Commit();
            sandbox.Git("merge", "-q", "--no-edit", _branch == "topic" ? "other" : "topic");
            if (kind == 0)
                sandbox.Git("tag", "-f", "-a", "-m", "tag", "marked");
        }
    }
}
