namespace Ghostbusters.Engine.Files;

/// <summary>Says which files of an archive analysis reads; the others are not kept in memory.</summary>
internal static class NeededFiles
{
    // Markup that classes are generated from is not read, but that it is there tells that members are missing.
    private static readonly HashSet<string> Extensions = new(
        [".cs", ".csproj", ".sln", ".slnx", ".slnf", ".props", ".targets", ".projitems", ".fsproj", ".vbproj", ".editorconfig", ".globalconfig", ".ruleset", ".md",
            ".razor", ".cshtml", ".xaml", ".axaml"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Names = new(
        ["packages.config", "project.assets.json", "global.json", "nuget.config", "packages.lock.json"], StringComparer.OrdinalIgnoreCase);

    public static bool IsNeeded(string path) =>
        Extensions.Contains(Path.GetExtension(path)) || Names.Contains(TreePath.NameOf(path)) || TreePath.NameOf(path).StartsWith("ghostbusters.", StringComparison.OrdinalIgnoreCase);
}
