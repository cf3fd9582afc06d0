using System.Text.Json;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.References;

/// <summary>Reads from obj/project.assets.json which assemblies the last restore chose for a project.</summary>
internal static class PackageAssets
{
    /// <summary>The assemblies, as paths below the packages folder; null where the file has no such target.</summary>
    /// <exception cref="JsonException">The file is not what NuGet writes.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<PackageAssembly>? Read(FileTree tree, string path, Framework framework)
    {
        using var json = JsonDocument.Parse(tree.Read(path));
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !Object(root, "targets", out var targets)) throw new JsonException("It has no 'targets'.");
        foreach (var target in targets.EnumerateObject())
        {
            // The key is net10.0, or .NETStandard,Version=v2.0 for the older ones; with a runtime after a slash it is not for compiling.
            if (target.Name.Contains('/') || target.Value.ValueKind != JsonValueKind.Object || !IsFor(target.Name, framework)) continue;
            var found = new List<PackageAssembly>();
            foreach (var library in target.Value.EnumerateObject())
                Add(root, library, found);
            return found;
        }
        return null;
    }

    private static void Add(JsonElement root, JsonProperty library, List<PackageAssembly> found)
    {
        if (library.Value.ValueKind != JsonValueKind.Object
            || !library.Value.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "package"
            || !Object(library.Value, "compile", out var compile)) return;
        var folder = Object(root, "libraries", out var libraries) && Object(libraries, library.Name, out var entry)
            && entry.TryGetProperty("path", out var stated) && stated.ValueKind == JsonValueKind.String
                ? stated.GetString()! : library.Name.ToLowerInvariant();
        foreach (var asset in compile.EnumerateObject())
        {
            if (asset.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && TreePath.Combine("", folder + "/" + asset.Name) is { } relative)
                found.Add(new PackageAssembly(library.Name, relative));
        }
    }

    private static bool IsFor(string key, Framework framework)
    {
        if (Framework.Parse(key) is { } named) return named == framework || named.Name == framework.Name;
        var parts = key.Split(",Version=v");
        return parts.Length == 2 && parts[0] == framework.Identifier && Version.TryParse(parts[1], out var version) && version == framework.Version;
    }

    private static bool Object(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;
}

/// <summary>One assembly of a package.</summary>
/// <param name="Package">Id and version, such as <c>Newtonsoft.Json/13.0.3</c>.</param>
/// <param name="Path">Below NuGet's global packages folder.</param>
internal sealed record PackageAssembly(string Package, string Path);
