using System.Text;
using System.Text.Json;
using System.Xml;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>Reads which projects a solution names: .sln, .slnx and .slnf.</summary>
internal static class SolutionFile
{
    public static bool IsSolution(string path) =>
        path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase);

    /// <summary>The projects as the solution writes them, relative to its folder, in its order.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="XmlException">A .slnx is not well-formed.</exception>
    /// <exception cref="JsonException">A .slnf is not well-formed.</exception>
    public static IEnumerable<string> Projects(FileTree tree, string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".slnx" => ProjectXml.Read(tree, path).Descendants()
            .Where(static element => element.Name.LocalName == "Project")
            .Select(static element => (string?)element.Attribute("Path")).OfType<string>(),
        ".slnf" => Filtered(tree.Read(path)),
        _ => Classic(tree.Read(path)),
    };

    // Project("{kind}") = "name", "relative\path.csproj", "{id}"
    private static List<string> Classic(ReadOnlyMemory<byte> content)
    {
        var projects = new List<string>();
        foreach (var line in Encoding.UTF8.GetString(content.Span).Split('\n'))
        {
            if (!line.TrimStart().StartsWith("Project(", StringComparison.Ordinal)) continue;
            var quoted = line.Split('"');
            if (quoted.Length > 5 && Path.GetExtension(quoted[5]).EndsWith("proj", StringComparison.OrdinalIgnoreCase))
                projects.Add(quoted[5]);
        }
        return projects;
    }

    private static List<string> Filtered(ReadOnlyMemory<byte> content)
    {
        using var json = JsonDocument.Parse(content, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var projects = new List<string>();
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("solution", out var solution)
            || solution.ValueKind != JsonValueKind.Object || !solution.TryGetProperty("projects", out var list) || list.ValueKind != JsonValueKind.Array)
            throw new JsonException("There is no list solution.projects.");
        var folder = solution.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? TreePath.FolderOf(path.GetString()!.Replace('\\', '/')) : "";
        foreach (var project in list.EnumerateArray())
        {
            if (project.ValueKind == JsonValueKind.String)
                projects.Add(folder.Length == 0 ? project.GetString()! : folder + "/" + project.GetString());
        }
        return projects;
    }
}
