using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Engine.Git;

namespace Ghostbusters.Engine.Tests.Git;

public class RevisionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryForm_MeansWhatGitMeans(bool isPacked)
    {
        using var sandbox = WithHistory();
        if (isPacked)
            sandbox.Git("gc", "-q");
        using var repository = GitRepository.Open(sandbox.Folder);
        foreach (var text in new[]
        {
            "HEAD", "@", "main", "heads/main", "refs/heads/main", "feature/x", "light", "annotated", "tags/annotated", "nested", "remotes/origin/main",
            "origin", "origin/main", "HEAD~", "HEAD~0", "HEAD~2", "HEAD^", "HEAD^2", "HEAD^2~1", "HEAD^0", "main~1^0", "annotated^{}", "annotated^{commit}~1",
            "HEAD~1^1", "ORIG_HEAD", sandbox.Git("rev-parse", "HEAD~1").Trim(), sandbox.Git("rev-parse", "--short", "HEAD~2").Trim(),
            sandbox.Git("rev-parse", "--short=12", "HEAD^2").Trim().ToUpperInvariant(), sandbox.Git("rev-parse", "annotated").Trim(),
        })
        {
            Assert.Equal((text, sandbox.Git("rev-parse", text + "^{commit}").Trim()), (text, Revision.Resolve(repository, text).ToString()));
        }
    }

    [Theory]
    [InlineData("nothing", "no git commit")]
    [InlineData("HEAD~99", "no git commit")]
    [InlineData("HEAD^3", "no git commit")]
    [InlineData("HEAD~99999999999", "no git commit")]
    [InlineData("0123456789012345678901234567890123456789", "no git commit")]
    [InlineData("config", "no git commit")]
    [InlineData("../../etc/passwd", "form")]
    [InlineData("main@{1}", "form")]
    [InlineData("main..HEAD", "form")]
    [InlineData("HEAD:a.cs", "form")]
    [InlineData("", "form")]
    [InlineData("tree", "is a Tree")]
    public void WhatIsNoCommit_IsRefused(string text, string cause)
    {
        using var sandbox = WithHistory();
        sandbox.Git("tag", "tree", "HEAD^{tree}");
        using var repository = GitRepository.Open(sandbox.Folder);
        Assert.Contains(cause, Assert.Throws<ConfigurationException>(() => Revision.Resolve(repository, text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyText_IsResolvedOrRefused()
    {
        using var sandbox = WithHistory();
        using var repository = GitRepository.Open(sandbox.Folder);
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<string>(), text => Record.Exception(() => Revision.Resolve(repository, text ?? "")) is null or ConfigurationException));
    }

    [Fact]
    public void MergeBases_AreGits()
    {
        using var sandbox = WithHistory();
        var commits = sandbox.Git("rev-list", "--all").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var repository = GitRepository.Open(sandbox.Folder);
        foreach (var (a, b) in from a in commits from b in commits select (a, b))
        {
            var ours = new MergeBase(repository, default).Of(Revision.Resolve(repository, a), Revision.Resolve(repository, b)).ToString();
            Assert.Contains(ours, sandbox.Git("merge-base", "--all", a, b).Split('\n'));
        }
    }

    private static GitSandbox WithHistory()
    {
        var sandbox = GitSandbox.WithRepository();
        for (var i = 0; i < 3; i++)
        {
            sandbox.Write("a.cs", new string('a', 200 + i));
            sandbox.Commit();
        }

        sandbox.Git("checkout", "-q", "-b", "feature/x", "HEAD~1");
        sandbox.Write("b.cs", "b");
        sandbox.Commit();
        sandbox.Write("b.cs", "bb");
        sandbox.Commit();
        sandbox.Git("tag", "light");
        sandbox.Git("tag", "-a", "-m", "m", "annotated");
        sandbox.Git("tag", "-a", "-m", "m", "nested", "annotated");
        sandbox.Git("branch", "before-merge", "main");
        sandbox.Git("checkout", "-q", "main");
        sandbox.Git("merge", "-q", "--no-edit", "feature/x");
        // Criss-cross: the other branch merges what main was before.
        sandbox.Git("checkout", "-q", "-b", "crossed", "feature/x");
        sandbox.Git("merge", "-q", "--no-edit", "before-merge");
        sandbox.Git("checkout", "-q", "main");
        sandbox.Git("update-ref", "refs/remotes/origin/main", "HEAD~1");
        sandbox.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
        return sandbox;
    }
}
