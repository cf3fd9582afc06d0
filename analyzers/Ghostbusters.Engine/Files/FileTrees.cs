namespace Ghostbusters.Engine.Files;

/// <summary>Opens what a user names: a folder, an archive, a solution, a project or one C# file.</summary>
public static class FileTrees
{
    private static readonly string[] CentralFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>
    /// The tree to analyse, and the entry point in it where a file or a part of a repository was named. A folder, project or
    /// solution is seen from the root of its repository, so that what it refers to and what stands above it is found; without
    /// a repository, from the highest folder above it that has a Directory.Build.props or the like, else from its own folder.
    /// A folder with a Directory.Build.props of its own is a root of its own.
    /// </summary>
    /// <exception cref="IOException">There is nothing there, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">An archive is none of the known kinds.</exception>
    /// <exception cref="ConfigurationException">It is a file of no known kind.</exception>
    public static (FileTree Tree, string? EntryPoint) Open(string path, ArchiveLimits? limits = null)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            // With a Directory.Build.props of its own a folder stands for itself: MSBuild looks no higher either.
            var top = File.Exists(Path.Combine(full, CentralFiles[0])) ? full : RootOf(Path.TrimEndingDirectorySeparator(full));
            return (new FolderTree(top), Path.GetRelativePath(top, full) is var below and not "." ? Slashed(below) + "/" : null);
        }
        if (!File.Exists(full)) throw new FileNotFoundException($"There is no file or folder '{path}'.");
        if (ArchiveTree.IsArchive(full)) return (ArchiveTree.Open(full, limits), null);
        var folder = Path.GetDirectoryName(full)!;
        var root = Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".cs" => folder,
            ".sln" or ".slnx" or ".slnf" or ".csproj" => RootOf(folder),
            var extension => throw new ConfigurationException($"'{path}' is no folder, archive, solution, C# project or C# file ('{extension}')."),
        };
        return (new FolderTree(root), Slashed(Path.GetRelativePath(root, full)));
    }

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    private static string RootOf(string folder)
    {
        var highest = folder;
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            var git = Path.Combine(candidate, ".git");
            if (Directory.Exists(git) || File.Exists(git)) return candidate;
            if (Array.Exists(CentralFiles, name => File.Exists(Path.Combine(candidate, name))))
                highest = candidate;
        }
        return highest;
    }
}
