using System.Text.Json;
using System.Xml;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>Finds the project files to start from.</summary>
internal static class ProjectDiscovery
{
    /// <summary>The C# projects of the entry point, or of the whole tree where there is none.</summary>
    /// <exception cref="ConfigurationException">The entry point is not in the tree or is neither solution, project nor C# file.</exception>
    public static IReadOnlyList<string> Projects(TreeIndex index, string? entryPoint, NoticeList notices)
    {
        if (entryPoint is null || entryPoint.EndsWith('/'))
        {
            var below = index.Tree.Paths.Where(path => entryPoint is null || path.StartsWith(entryPoint, StringComparison.Ordinal)).ToList();
            foreach (var path in below.Where(IsForeign))
                NoteForeign(path, notices);
            return [.. below.Where(IsCSharp)];
        }
        var entry = index.Find(entryPoint.Replace('\\', '/')) ?? throw new ConfigurationException($"There is no '{entryPoint}' in {index.Tree.Name}.");
        if (SolutionFile.IsSolution(entry)) return OfSolution(index, entry, notices);
        return IsCSharp(entry) ? [entry] : throw new ConfigurationException($"'{entryPoint}' is neither a solution nor a C# project.");
    }

    private static bool IsCSharp(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static bool IsForeign(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".fsproj" or ".vbproj" or ".vcxproj";

    private static void NoteForeign(string path, NoticeList notices) =>
        notices.Add(path, "It is not a C# project.", "Nothing to do: only C# is analysed.", isPartial: false);

    private static List<string> OfSolution(TreeIndex index, string solution, NoticeList notices)
    {
        var projects = new List<string>();
        try
        {
            foreach (var relative in SolutionFile.Projects(index.Tree, solution))
            {
                var path = index.Find(TreePath.Combine(TreePath.FolderOf(solution), relative));
                if (path is null)
                    notices.Add(solution, $"Its project '{relative.Replace('\\', '/')}' is not in the tree.", "Analyse from a folder above it, or remove it from the solution.");
                else if (IsCSharp(path))
                    projects.Add(path);
                else
                    NoteForeign(path, notices);
            }
        }
        catch (Exception e) when (e is IOException or XmlException or JsonException)
        {
            notices.Add(solution, $"The solution is not readable: {e.Message}", "Mend the file, or analyse the folder or one project.");
        }
        return projects;
    }
}
