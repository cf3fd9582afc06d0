using System.IO.Enumeration;

namespace Ghostbusters.Functions.Client.Uploads;

/// <summary>The files of a folder that an analysis reads.</summary>
internal static class FolderFiles
{
    private static readonly string[] Kinds =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".slnx", ".json", ".config", ".xml", ".yml", ".yaml", ".editorconfig", ".globalconfig", ".razor", ".cshtml", ".tsv", ".diff"];

    private static readonly string[] Skipped = [".git", ".vs", ".idea", "node_modules", "bin", "artifacts"];

    private static readonly EnumerationOptions Options = new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };

    /// <summary>Relative paths with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => Path.GetRelativePath(folder, entry.ToFullPath()).Replace('\\', '/'), Options)
        {
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !Skipped.Contains(entry.FileName.ToString(), StringComparer.OrdinalIgnoreCase),
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory && IsRead(entry.FileName.ToString(), entry.Directory[entry.RootDirectory.Length..].ToString()),
        }.Order(StringComparer.Ordinal),
    ];

    private static bool IsRead(string name, string below) =>
        Kinds.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
        // Of a build's leftovers only this tells what was restored.
        && (!IsBuildFolder(below) || name.Equals("project.assets.json", StringComparison.OrdinalIgnoreCase));

    private static bool IsBuildFolder(string below) =>
        below.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains("obj", StringComparer.OrdinalIgnoreCase);
}
