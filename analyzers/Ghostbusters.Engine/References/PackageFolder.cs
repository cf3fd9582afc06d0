using System.Xml;
using System.Xml.Linq;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.References;

/// <summary>NuGet's global packages folder on this machine, read as data: which versions are there and what they hold.</summary>
internal sealed class PackageFolder(string root)
{
    /// <summary>The folder from the options, else from NUGET_PACKAGES, else the user's own.</summary>
    public static PackageFolder Of(string? stated) => new(
        stated
        ?? (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } variable ? variable : null)
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>The whole path of an assembly; null where it is not there.</summary>
    public string? Find(PackageAssembly assembly) =>
        Path.Combine(root, assembly.Path) is var path && File.Exists(path) ? path : null;

    /// <summary>
    /// The assemblies of packages and of all that they depend on, without a restore: of every package the lowest version that
    /// is here and satisfies all who ask for it.
    /// </summary>
    /// <param name="wanted">Ids with the versions asked for; an empty version takes the lowest there is.</param>
    /// <param name="framework">For which lib or ref folder.</param>
    /// <param name="missing">Receives id and version of each package that is not here.</param>
    public IReadOnlyList<string> Resolve(IEnumerable<(string Id, string Version)> wanted, Framework framework, ICollection<string> missing)
    {
        var chosen = new SortedDictionary<string, PackageVersion>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<(string Id, string Version)>(wanted);
        var direct = waiting.Select(static package => package.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isDirect = waiting.Count;
        while (waiting.TryDequeue(out var package))
        {
            // A project's own word on a version wins over what its packages ask for.
            if (isDirect-- <= 0 && direct.Contains(package.Id)) continue;
            if (Lowest(package.Id, package.Version) is not { } version)
            {
                missing.Add(package.Version.Length == 0 ? package.Id : package.Id + " " + package.Version);
                continue;
            }
            if (chosen.TryGetValue(package.Id, out var before) && before.CompareTo(version) >= 0) continue;
            chosen[package.Id] = version;
            foreach (var dependency in Dependencies(Folder(package.Id, version), package.Id, framework))
                waiting.Enqueue(dependency);
        }
        return [.. chosen.SelectMany(package => Assemblies(Folder(package.Key, package.Value), framework)).Distinct(StringComparer.Ordinal)];
    }

    // A name is lower case in this folder; anything but a plain name would lead elsewhere.
    private string Folder(string id, PackageVersion version) => Directory.EnumerateDirectories(Path.Combine(root, id.ToLowerInvariant()))
        .First(folder => PackageVersion.Parse(Path.GetFileName(folder)) == version);

    private PackageVersion? Lowest(string id, string version)
    {
        if (id.Length == 0 || id.Any(static c => !char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_')) || id.StartsWith('.')) return null;
        var folder = Path.Combine(root, id.ToLowerInvariant());
        if (!Directory.Exists(folder)) return null;
        var asked = version.Length == 0 ? null : PackageVersion.Parse(version);
        if (version.Length > 0 && asked is null) return null;
        return Directory.EnumerateDirectories(folder)
            .Select(static path => PackageVersion.Parse(Path.GetFileName(path))).OfType<PackageVersion>()
            .Where(found => asked is null || found.CompareTo(asked) >= 0)
            .Min();
    }

    private static IEnumerable<(string Id, string Version)> Dependencies(string folder, string id, Framework framework)
    {
        var path = Path.Combine(folder, id.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(path)) return [];
        XElement nuspec;
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            nuspec = XElement.Load(reader);
        }
        catch (XmlException)
        {
            return []; // Its own assemblies can still be read; what it depends on then shows as unbound names.
        }
        var groups = nuspec.Descendants().Where(static e => e.Name.LocalName == "group" && e.Parent?.Name.LocalName == "dependencies").ToList();
        var nearest = groups.Count == 0
            ? nuspec.Descendants().FirstOrDefault(static e => e.Name.LocalName == "dependencies")
            : Nearest(groups, static group => (string?)group.Attribute("targetFramework") ?? "", framework);
        return (nearest?.Elements().Where(static e => e.Name.LocalName == "dependency") ?? [])
            .Where(static e => !((string?)e.Attribute("exclude") ?? "").Contains("Compile", StringComparison.OrdinalIgnoreCase))
            .Select(static e => ((string?)e.Attribute("id") ?? "", (string?)e.Attribute("version") ?? "")).ToList();
    }

    private static IEnumerable<string> Assemblies(string folder, Framework framework)
    {
        foreach (var kind in new[] { "ref", "lib" })
        {
            var parent = Path.Combine(folder, kind);
            if (!Directory.Exists(parent)) continue;
            var nearest = Nearest(Directory.GetDirectories(parent).Order(StringComparer.Ordinal), static path => Path.GetFileName(path), framework);
            if (nearest is not null) return Directory.GetFiles(nearest, "*.dll").Order(StringComparer.Ordinal);
        }
        return [];
    }

    // NuGet's order in short: the same identifier before .NET Standard before a group for all, and of those the highest.
    private static T? Nearest<T>(IEnumerable<T> candidates, Func<T, string> nameOf, Framework framework) where T : class
    {
        T? best = null;
        Framework? bestFramework = null;
        foreach (var candidate in candidates)
        {
            var parsed = Named(nameOf(candidate));
            if (parsed is null)
            {
                if (nameOf(candidate).Length == 0) best ??= candidate;
                continue;
            }
            if (!framework.IsCompatibleWith(parsed)) continue;
            if (bestFramework is null || Rank(parsed).CompareTo(Rank(bestFramework)) > 0)
                (best, bestFramework) = (candidate, parsed);
        }
        return best;

        (bool, bool, Version) Rank(Framework candidate) =>
            (candidate.Identifier == framework.Identifier, candidate.Platform.Length > 0, candidate.Version);
    }

    // A nuspec may say .NETStandard2.0 or .NETFramework4.7.2 for netstandard2.0 and net472.
    private static Framework? Named(string name) =>
        name.StartsWith(Framework.Classic, StringComparison.OrdinalIgnoreCase) ? Framework.ParseClassic(name[Framework.Classic.Length..])
        : Framework.Parse(name.TrimStart('.'));
}
