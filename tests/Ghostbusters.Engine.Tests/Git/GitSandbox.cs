// The product starts no process. These tests do: git itself is the oracle that the reader is held to.
#pragma warning disable RS0030
using System.Diagnostics;
using System.Globalization;

namespace Ghostbusters.Engine.Tests.Git;

/// <summary>A temporary folder in which the real git works, apart from the user's configuration.</summary>
internal sealed class GitSandbox : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-git-");
    private long _seconds = 1_700_000_000;

    public string Folder => _folder.FullName;

    /// <summary>A new repository with the branch main.</summary>
    public static GitSandbox WithRepository()
    {
        var sandbox = new GitSandbox();
        sandbox.Git("init", "-q", "-b", "main");
        return sandbox;
    }

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    /// <summary>Commits all that is there; the answer is the commit's id.</summary>
    public string Commit()
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", "change");
        return Git("rev-parse", "HEAD").Trim();
    }

    public string Git(params string[] arguments) => GitIn(".", arguments);

    public string GitIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = PathOf(folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var date = string.Create(CultureInfo.InvariantCulture, $"{_seconds += 60} +0000");
        foreach (var (name, value) in new[]
        {
            ("GIT_CONFIG_GLOBAL", PathOf("no-config")), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CEILING_DIRECTORIES", Path.GetTempPath()),
            ("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@example.org"), ("GIT_AUTHOR_DATE", date),
            ("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@example.org"), ("GIT_COMMITTER_DATE", date),
        })
        {
            start.Environment[name] = value;
        }

        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed: {errors.GetAwaiter().GetResult()}");
    }

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.IsReadOnly))
            file.IsReadOnly = false;
        _folder.Delete(recursive: true);
    }
}
