using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>
/// The documents that speak of a project: readme, changelog and the like in its folder and in the tree's root, and what is in
/// their <c>docs</c> folders. Rules read them beside the code, so their number is bounded.
/// </summary>
internal static class ProjectDocuments
{
    private const int Most = 64;

    private static readonly string[] Names = ["readme", "changelog", "changes", "history", "release", "roadmap", "features", "status", "todo", "progress", "implementation"];

    /// <summary>Their paths: the project's own first, each in ordinal order.</summary>
    public static IEnumerable<string> Of(TreeIndex index, string folder) =>
        new[] { folder, "" }.Distinct(StringComparer.Ordinal).SelectMany(f => In(index, f)).Distinct(StringComparer.Ordinal).Take(Most);

    private static IEnumerable<string> In(TreeIndex index, string folder)
    {
        var found = new List<string>();
        foreach (var path in index.Under(folder))
        {
            if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && IsDocument(TreePath.Below(path, folder)))
                found.Add(path);
            if (found.Count == Most)
                break;
        }

        return found;
    }

    private static bool IsDocument(string path) =>
        path.Contains('/', StringComparison.Ordinal)
            ? path.StartsWith("docs/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("doc/", StringComparison.OrdinalIgnoreCase)
            : Names.Any(name => path.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
