using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>Finds what a project references: its framework, packages, assemblies, and those that the user passed.</summary>
internal sealed class ReferenceResolver(TreeIndex index, LoadOptions options, NoticeList notices)
{
    private const string RestoreOrPass = "Run `dotnet restore`, or pass --reference; what does not bind was not judged.";

    private readonly PackageFolder _packages = PackageFolder.Of(options.PackagesFolder);
    private readonly Generators _generators = new(index);
    private readonly Dictionary<string, MetadataReference?> _onDisk = new(StringComparer.Ordinal);
    private ImmutableArray<MetadataReference>? _extra;

    /// <summary>The references of one project.</summary>
    /// <param name="project">Whose items say what it needs.</param>
    /// <param name="framework">The one that is analysed.</param>
    /// <param name="dependencies">What the projects that it references were compiled against.</param>
    public ResolvedReferences Resolve(EvaluatedProject project, Framework framework, IReadOnlyCollection<ResolvedReferences> dependencies)
    {
        var isWeb = FrameworkReferenceChoice.IsWeb(project) || dependencies.Any(static dependency => dependency.IsWeb);
        var isIncomplete = FrameworkReferenceChoice.IsIncomplete(project, framework, notices);
        var found = new List<MetadataReference>();
        isIncomplete |= !AddPackages(project, framework, found);
        found.AddRange(dependencies.SelectMany(static dependency => dependency.Flowing));
        isIncomplete |= !AddAssemblies(project, framework, found);
        isIncomplete |= _generators.AreUsedBy(project);
        var flowing = found.ToImmutableArray();
        found.AddRange(Extra());
        return new ResolvedReferences([.. Distinct(FrameworkReferenceChoice.For(framework, isWeb), found)], flowing, isWeb, isIncomplete);
    }

    /// <summary>The assemblies of <see cref="LoadOptions.References"/>.</summary>
    public ImmutableArray<MetadataReference> Extra()
    {
        if (_extra is { } known) return known;
        var found = new List<MetadataReference>();
        foreach (var path in options.References)
        {
            if (Directory.Exists(path))
                found.AddRange(Directory.GetFiles(path, "*.dll").Order(StringComparer.Ordinal).Select(OnDisk).OfType<MetadataReference>());
            else if (File.Exists(path) && OnDisk(path) is { } reference)
                found.Add(reference);
            else if (!File.Exists(path))
                notices.Add(Path.GetFileName(path), "There is no such file or folder to reference.", "Correct the path given by --reference.");
        }
        _extra = [.. found];
        return _extra.Value;
    }

    private bool AddPackages(EvaluatedProject project, Framework framework, List<MetadataReference> found)
    {
        var wanted = project.Sdk.Length > 0 ? Referenced(project) : OfPackagesConfig(project);
        if (AssetsOf(project, framework) is { } assets)
        {
            var absent = assets.Where(assembly => _packages.Find(assembly) is null).Select(static assembly => assembly.Package).Distinct(StringComparer.Ordinal).ToList();
            found.AddRange(assets.Select(_packages.Find).OfType<string>().Select(OnDisk).OfType<MetadataReference>());
            NoteMissing(project, absent);
            return absent.Count == 0;
        }
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            found.AddRange(_packages.Resolve(wanted, framework, missing).Select(OnDisk).OfType<MetadataReference>());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notices.Add(project.Path, "The packages folder cannot be read.", "Allow reading it, or pass --reference; what does not bind was not judged.");
            return false;
        }
        NoteMissing(project, missing);
        return missing.Count == 0;
    }

    private void NoteMissing(EvaluatedProject project, IReadOnlyCollection<string> missing)
    {
        if (missing.Count > 0)
            notices.Add(project.Path, $"Packages are not on this machine: {string.Join(", ", missing)}.", RestoreOrPass);
    }

    private IReadOnlyList<PackageAssembly>? AssetsOf(EvaluatedProject project, Framework framework)
    {
        var name = TreePath.StemOf(project.Path);
        var path = index.Find(TreePath.Combine(TreePath.FolderOf(project.Path), "obj/project.assets.json"))
            ?? index.FindAbove(TreePath.FolderOf(project.Path), $"artifacts/obj/{name}/project.assets.json");
        if (path is null) return null;
        try
        {
            return PackageAssets.Read(index.Tree, path, framework);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            notices.Add(path, $"It is not readable: {e.Message}", "Run `dotnet restore`; the packages folder was searched instead.", isPartial: false);
            return null;
        }
    }

    private static List<(string Id, string Version)> Referenced(EvaluatedProject project)
    {
        var central = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in project.Items("PackageVersion"))
            central[item.Include] = item["Version"];
        return [.. project.Items("PackageReference").Concat(project.Items("GlobalPackageReference"))
            .Where(static item => !item["ExcludeAssets"].Contains("all", StringComparison.OrdinalIgnoreCase) && !item["ExcludeAssets"].Contains("compile", StringComparison.OrdinalIgnoreCase))
            .Select(item => (item.Include, First(item["VersionOverride"], item["Version"], central.GetValueOrDefault(item.Include, ""))))];
    }

    private List<(string Id, string Version)> OfPackagesConfig(EvaluatedProject project)
    {
        if (index.Find(TreePath.Combine(TreePath.FolderOf(project.Path), "packages.config")) is not { } path) return Referenced(project);
        try
        {
            return [.. ProjectXml.Read(index.Tree, path).Elements()
                .Select(static package => ((string?)package.Attribute("id") ?? "", (string?)package.Attribute("version") ?? ""))];
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            notices.Add(path, $"It is not readable: {e.Message}", "Mend the file.");
            return [];
        }
    }

    // Reference items: of the framework (already there), or an assembly of the tree by HintPath.
    private bool AddAssemblies(EvaluatedProject project, Framework framework, List<MetadataReference> found)
    {
        var wanted = project.Items("Reference").ToList();
        if (wanted.Count == 0) return true;
        var isComplete = true;
        var known = FrameworkReferenceChoice.NamesFor(framework)
            .Concat(found.Select(static r => Path.GetFileNameWithoutExtension(r.Display ?? ""))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var item in wanted)
        {
            var name = item.Include.Split(',')[0].Trim();
            var isFile = name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
            if (known.Contains(isFile ? TreePath.StemOf(name.Replace('\\', '/')) : name)) continue;
            var hint = First(item["HintPath"], isFile ? name : "");
            if (hint.Length > 0 && index.Find(PropertyFunctions.ToTree(TreePath.FolderOf(project.Path), hint)) is { } path && InTree(path) is { } reference)
            {
                found.Add(reference);
                continue;
            }
            isComplete = false;
            notices.Add(project.Path, $"The assembly '{name}' is not in the tree and not among the frameworks that the tool carries.", RestoreOrPass);
        }
        return isComplete;
    }

    private MetadataReference? InTree(string path)
    {
        try
        {
            return Read(path, new MemoryStream(index.Tree.Read(path).ToArray(), writable: false));
        }
        catch (IOException e)
        {
            notices.Add(path, e.Message, "Make the file readable.");
            return null;
        }
    }

    private MetadataReference? OnDisk(string path)
    {
        if (_onDisk.TryGetValue(path, out var known)) return known;
        MetadataReference? reference = null;
        try
        {
            reference = Read(Path.GetFileName(path), File.OpenRead(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notices.Add(Path.GetFileName(path), "The assembly cannot be read.", "Allow reading it, or restore again.");
        }
        _onDisk.Add(path, reference);
        return reference;
    }

    // Roslyn reads metadata late and then fails the whole compilation, so it is looked at here. Native code is no reference.
    // Only the metadata is kept, outside the collected heap.
    private PortableExecutableReference? Read(string path, Stream content)
    {
        try
        {
            var module = ModuleMetadata.CreateFromStream(content, PEStreamOptions.PrefetchMetadata);
            if (module.GetMetadataReader().IsAssembly)
                return AssemblyMetadata.Create(module).GetReference(filePath: path);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException)
        {
            notices.Add(path, "It is not an assembly, or damaged.", "Restore again, or pass the right file.");
        }
        return null;
    }

    // Of two assemblies of one name the framework's is taken; otherwise every type of it would be there twice.
    private static IEnumerable<MetadataReference> Distinct(ImmutableArray<PortableExecutableReference> framework, List<MetadataReference> found)
    {
        var seen = framework.Select(static r => Path.GetFileName(r.FilePath ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in framework)
            yield return reference;
        foreach (var reference in found)
        {
            if (seen.Add(Path.GetFileName(reference.Display ?? "")))
                yield return reference;
        }
    }

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0) return text;
        }
        return "";
    }
}
