using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>
/// A file pattern of an item: <c>*</c> and <c>?</c> within one part, <c>**</c> for any number of folders, case ignored.
/// Matching takes time in proportion to pattern times path, whatever they are.
/// </summary>
internal sealed class GlobPattern
{
    private readonly string[] _parts;

    private GlobPattern(string folder, string[] parts) => (Folder, _parts) = (folder, parts);

    /// <summary>The folder that every match lies in or below.</summary>
    public string Folder { get; }

    public static bool IsPattern(string include) => include.AsSpan().ContainsAny('*', '?');

    /// <summary>A pattern or plain path as seen from a folder; null where it leads out of the tree.</summary>
    public static GlobPattern? Create(string folder, string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [.., "**"]) parts = [.. parts, "*"]; // Folders alone are no files.
        var fixedParts = 0;
        while (fixedParts < parts.Length && !IsPattern(parts[fixedParts]))
            fixedParts++;
        fixedParts = Math.Min(fixedParts, Math.Max(parts.Length - 1, 0));
        return TreePath.Combine(folder, string.Join('/', parts[..fixedParts])) is { } root
            ? new GlobPattern(root, [.. parts[fixedParts..].Where(static part => part != ".")])
            : null;
    }

    public bool IsMatch(string path) =>
        IsInFolder(path) && Match(_parts, TreePath.Below(path, Folder).Split('/'), static part => part == "**", MatchPart);

    /// <summary>The files of the tree that match, in ordinal order.</summary>
    public List<string> Matches(TreeIndex index)
    {
        var matches = new List<string>();
        foreach (var path in index.Under(index.FindFolder(Folder)))
        {
            if (IsMatch(path))
                matches.Add(path);
        }
        return matches;
    }

    private bool IsInFolder(string path) =>
        Folder.Length == 0 || (path.Length > Folder.Length && path[Folder.Length] == '/' && path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase));

    private static bool MatchPart(string pattern, string part) =>
        Match(pattern.ToCharArray(), part.ToCharArray(), static c => c == '*',
            static (p, c) => p == '?' || char.ToUpperInvariant(p) == char.ToUpperInvariant(c));

    // The one-star-back algorithm: on a mismatch only the last star is tried again, one element further.
    private static bool Match<T>(T[] pattern, T[] text, Func<T, bool> isStar, Func<T, T, bool> matchesOne)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && isStar(pattern[p]))
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && matchesOne(pattern[p], text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && isStar(pattern[p]))
            p++;
        return p == pattern.Length;
    }
}
