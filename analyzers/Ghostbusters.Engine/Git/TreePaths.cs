using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>An entry of a git tree.</summary>
/// <param name="Id">A blob, a tree, or the commit of a submodule.</param>
/// <param name="Kind">Which of them.</param>
internal readonly record struct TreeEntry(ObjectId Id, TreeEntryKind Kind);

internal enum TreeEntryKind
{
    File,
    Folder,
    Link,
    Submodule,
}

/// <summary>
/// Looks up paths in a commit's tree. Only folders that are asked for are read, so that a tree which holds itself a billion
/// times over costs nothing.
/// </summary>
internal sealed class TreePaths(ObjectStore objects, ObjectId root)
{
    private readonly Dictionary<ObjectId, Dictionary<string, TreeEntry>> _trees = [];

    /// <summary>The entry at a path with <c>/</c>, or the submodule that the path leads into; null where there is none.</summary>
    /// <exception cref="InvalidDataException">A tree is missing or damaged.</exception>
    public TreeEntry? Find(string path)
    {
        var entry = new TreeEntry(root, TreeEntryKind.Folder);
        foreach (var name in path.Split('/'))
        {
            if (entry.Kind == TreeEntryKind.Submodule)
                return entry;
            if (entry.Kind != TreeEntryKind.Folder || !Read(entry.Id).TryGetValue(name, out entry))
                return null;
        }

        return entry;
    }

    private Dictionary<string, TreeEntry> Read(ObjectId tree)
    {
        if (!_trees.TryGetValue(tree, out var entries))
            _trees.Add(tree, entries = Parse(objects.Read(tree, GitObjectKind.Tree), tree));
        return entries;
    }

    /// <summary>Each entry: the mode in octal digits, a blank, the name, a zero, the id's bytes.</summary>
    private static Dictionary<string, TreeEntry> Parse(ReadOnlySpan<byte> content, ObjectId tree)
    {
        var entries = new Dictionary<string, TreeEntry>(StringComparer.Ordinal);
        while (!content.IsEmpty)
        {
            var blank = content.IndexOf((byte)' ');
            var zero = content.IndexOf((byte)0);
            if (blank < 0 || zero < blank || content.Length < zero + 1 + ObjectId.Length)
                throw new InvalidDataException($"The git tree {tree} is damaged. Run 'git fsck'.");

            var mode = Encoding.ASCII.GetString(content[..blank]);
            var kind = mode.TrimStart('0') switch
            {
                "40000" => TreeEntryKind.Folder,
                "120000" => TreeEntryKind.Link,
                "160000" => TreeEntryKind.Submodule,
                _ => TreeEntryKind.File,
            };
            entries[Encoding.UTF8.GetString(content[(blank + 1)..zero])] = new TreeEntry(ObjectId.FromBytes(content[(zero + 1)..]), kind);
            content = content[(zero + 1 + ObjectId.Length)..];
        }

        return entries;
    }
}
