namespace Ghostbusters.Engine.Files;

/// <summary>Arithmetic on the relative paths of a <see cref="FileTree"/>. The root folder is the empty string.</summary>
internal static class TreePath
{
    /// <summary>The folder of a path; the empty string at the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The last part of a path without its extension.</summary>
    public static string StemOf(string path) =>
        NameOf(path) is var name && name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;

    /// <summary><paramref name="relative"/>, with either slash, seen from <paramref name="folder"/>; null where that lies outside the tree.</summary>
    public static string? Combine(string folder, string relative)
    {
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in relative.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>The path seen from one of the folders above it.</summary>
    public static string Below(string path, string folder) => folder.Length == 0 ? path : path[(folder.Length + 1)..];

    /// <summary>The folder itself and every folder above it, innermost first.</summary>
    public static IEnumerable<string> Upwards(string folder)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
            yield return folder;
        yield return "";
    }
}
