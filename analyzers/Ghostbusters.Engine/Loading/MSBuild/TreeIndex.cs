using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>Finds files of a tree by folder, and by a path whose case a Windows machine did not mind.</summary>
internal sealed class TreeIndex
{
    private readonly Dictionary<string, string> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);

    public TreeIndex(FileTree tree)
    {
        Tree = tree;
        foreach (var path in tree.Paths)
        {
            _anyCase.TryAdd(path, path);
            for (var folder = TreePath.FolderOf(path); folder.Length > 0 && _folders.TryAdd(folder, folder);)
                folder = TreePath.FolderOf(folder);
        }
    }

    public FileTree Tree { get; }

    /// <summary>The path as the tree spells it; null where there is no such file.</summary>
    public string? Find(string? path) =>
        path is null ? null : Tree.Contains(path) ? path : _anyCase.GetValueOrDefault(path);

    /// <summary>The folder as the tree spells it; as given where there is no such folder.</summary>
    public string FindFolder(string folder) => _folders.GetValueOrDefault(folder, folder);

    /// <summary>Every file in a folder and below it, in ordinal order.</summary>
    public ReadOnlySpan<string> Under(string folder)
    {
        if (folder.Length == 0) return Tree.Paths.AsSpan();
        var from = FirstAtOrAfter(folder + "/");
        return Tree.Paths.AsSpan()[from..FirstAtOrAfter(folder + "0")]; // '0' is the character after '/'.
    }

    /// <summary>The file of that name in the folder or the nearest folder above it; null where there is none.</summary>
    public string? FindAbove(string folder, string name)
    {
        foreach (var candidate in TreePath.Upwards(folder))
        {
            if (Find(TreePath.Combine(candidate, name)) is { } path)
                return path;
        }
        return null;
    }

    private int FirstAtOrAfter(string path)
    {
        int low = 0, high = Tree.Paths.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Tree.Paths[middle], path) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
