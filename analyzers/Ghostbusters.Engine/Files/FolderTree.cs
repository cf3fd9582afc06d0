using System.Security;

namespace Ghostbusters.Engine.Files;

/// <summary>
/// A folder on disk, listed at once and read on demand. Left out are <c>.git</c>, <c>node_modules</c> and, next to a project
/// file, <c>bin</c> and <c>obj</c> (but for <c>obj/project.assets.json</c>). Links are not followed.
/// </summary>
public sealed class FolderTree : FileTree
{
    private const int MaximumDepth = 128;

    private readonly string _root;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly List<Notice> _notices = [];

    /// <summary>Lists a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public FolderTree(string folder)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(_root))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        Name = Path.GetFileName(_root) is { Length: > 0 } name ? name : "root";
        List(new DirectoryInfo(_root), "", 0);
        Paths = [.. _paths.Order(StringComparer.Ordinal)];
        Notices = [.. _notices.OrderBy(static notice => notice.Subject, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The folder's absolute path.</summary>
    public string Root => _root;

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Notice> Notices { get; }

    /// <inheritdoc/>
    public override bool Contains(string path) => _paths.Contains(path);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(string path)
    {
        if (!_paths.Contains(path))
            throw new FileNotFoundException($"There is no '{path}' in {Name}.");
        try
        {
            return File.ReadAllBytes(Path.Combine(_root, path));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or SecurityException)
        {
            throw new IOException($"'{path}' cannot be read: access is denied.", e);
        }
    }

    private void List(DirectoryInfo folder, string path, int depth)
    {
        if (depth > MaximumDepth)
        {
            _notices.Add(Notice.NotAnalysed(path, $"The folders are nested more than {MaximumDepth} deep.", "Analyse that folder by itself."));
            return;
        }
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            _notices.Add(Notice.NotAnalysed(path, "The folder cannot be read.", "Allow reading it, or leave it out."));
            return;
        }
        var isProjectFolder = Array.Exists(entries, static entry => entry.Name.EndsWith("proj", StringComparison.OrdinalIgnoreCase));
        foreach (var entry in entries)
        {
            var entryPath = path.Length == 0 ? entry.Name : path + "/" + entry.Name;
            if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                Refuse(entry, entryPath);
            else if (entry is not DirectoryInfo inner)
                _paths.Add(entryPath);
            else if (entry.Name is ".git" or "node_modules")
                continue;
            else if (isProjectFolder && IsOutput(entry.Name))
                AddAssets(inner, entryPath);
            else
                List(inner, entryPath, depth + 1);
        }
    }

    private static bool IsOutput(string name) =>
        name.Equals("bin", StringComparison.OrdinalIgnoreCase) || name.Equals("obj", StringComparison.OrdinalIgnoreCase);

    private void AddAssets(DirectoryInfo output, string path)
    {
        if (File.Exists(Path.Combine(output.FullName, "project.assets.json")))
            _paths.Add(path + "/project.assets.json");
    }

    // A link within the folder shows the same files twice, so only one that leads elsewhere is worth a word.
    private void Refuse(FileSystemInfo link, string path)
    {
        var target = link.LinkTarget is { } relative ? Path.GetFullPath(relative, Path.GetDirectoryName(link.FullName)!) : null;
        if (target is null || !(target + Path.DirectorySeparatorChar).StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            _notices.Add(Notice.NotAnalysed(path, "A link that leads out of the folder is not followed.", "Analyse what it points to by itself.", isPartial: false));
    }
}
