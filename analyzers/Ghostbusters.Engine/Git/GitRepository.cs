namespace Ghostbusters.Engine.Git;

/// <summary>
/// A repository that is only read, and without git: the configuration of a stranger's repository can make git run programs.
/// Replace references and grafts are not looked at.
/// </summary>
internal sealed class GitRepository : IDisposable
{
    private GitRepository(string workTree, string gitFolder, string commonFolder)
    {
        WorkTree = workTree;
        Objects = new ObjectStore(Path.Combine(commonFolder, "objects"));
        References = new References(gitFolder, commonFolder);
        Shallow = [.. ReadShallow(commonFolder)];
    }

    /// <summary>The folder that holds <c>.git</c>.</summary>
    public string WorkTree { get; }

    public ObjectStore Objects { get; }

    public References References { get; }

    /// <summary>The commits whose parents a shallow clone left out.</summary>
    public ImmutableHashSet<ObjectId> Shallow { get; }

    /// <summary>Opens the repository whose work tree holds a folder.</summary>
    /// <exception cref="ConfigurationException">There is none, or its format is not supported.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static GitRepository Open(string folder)
    {
        for (var tree = new DirectoryInfo(Path.GetFullPath(folder)); tree is not null; tree = tree.Parent)
        {
            var dotGit = Path.Combine(tree.FullName, ".git");
            if (GitFolder(dotGit) is not { } gitFolder)
                continue;

            var common = GitFile.ReadText(Path.Combine(gitFolder, "commondir"))?.Trim();
            var commonFolder = string.IsNullOrEmpty(common) ? gitFolder : Path.GetFullPath(common, gitFolder);
            RefuseUnknownFormats(Path.Combine(commonFolder, "config"));
            return new GitRepository(tree.FullName, gitFolder, commonFolder);
        }

        throw new ConfigurationException($"'{folder}' is not within a git work tree, so that there is nothing to compare with. Leave out --diff, or give a diff with --diff-file.");
    }

    public void Dispose() => Objects.Dispose();

    /// <summary>The folder itself; or, in a further work tree and in a submodule, a file that names it.</summary>
    private static string? GitFolder(string dotGit)
    {
        if (Directory.Exists(dotGit))
            return GitFile.Resolve(Path.Combine(dotGit, "HEAD")) is null ? null : dotGit;
        if (GitFile.ReadText(dotGit) is not { } text)
            return null;

        const string Prefix = "gitdir:";
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Contains('\0'))
            throw new InvalidDataException($"The file '{dotGit}' does not name a git folder ('gitdir: …').");
        var folder = Path.GetFullPath(text[Prefix.Length..].Trim(), Path.GetDirectoryName(dotGit)!);
        return Directory.Exists(folder) ? folder
            : throw new InvalidDataException($"The file '{dotGit}' names the git folder '{folder}', which is not there. Run 'git worktree repair'.");
    }

    private static void RefuseUnknownFormats(string path)
    {
        var inExtensions = false;
        foreach (var line in (GitFile.ReadText(path) ?? "").Split('\n').Select(static line => line.Trim()))
        {
            if (line.StartsWith('['))
                inExtensions = line.StartsWith("[extensions]", StringComparison.OrdinalIgnoreCase);
            var setting = line[(line.LastIndexOf(']') + 1)..].Split('=', 2, StringSplitOptions.TrimEntries);
            if (!inExtensions || setting.Length != 2)
                continue;
            var value = setting[1].Trim('"');
            if (setting[0].Equals("objectformat", StringComparison.OrdinalIgnoreCase) && !value.Equals("sha1", StringComparison.OrdinalIgnoreCase))
                throw Unsupported(path, $"names objects by {value}");
            if (setting[0].Equals("refstorage", StringComparison.OrdinalIgnoreCase) && !value.Equals("files", StringComparison.OrdinalIgnoreCase))
                throw Unsupported(path, $"stores references as {value}");
        }
    }

    private static ConfigurationException Unsupported(string config, string what) =>
        new($"The git repository of '{config}' {what}, which --diff cannot read. Give the diff with --diff-file instead: git diff --merge-base <ref> > changes.diff.");

    private static IEnumerable<ObjectId> ReadShallow(string commonFolder)
    {
        foreach (var line in (GitFile.ReadText(Path.Combine(commonFolder, "shallow")) ?? "").Split('\n'))
        {
            if (ObjectId.TryParse(line.Trim(), out var id))
                yield return id;
        }
    }
}
