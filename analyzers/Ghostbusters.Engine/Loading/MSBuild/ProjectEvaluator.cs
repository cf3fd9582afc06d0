using System.Xml;
using System.Xml.Linq;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>
/// Evaluates a project file as MSBuild does before its first target: properties and imports in order, then items. Targets,
/// tasks and inline code are never looked at. docs/loading.md lists the subset.
/// </summary>
internal sealed class ProjectEvaluator
{
    private const int MaximumImports = 500;

    private readonly TreeIndex _index;
    private readonly string _project;
    private readonly string _folder;
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _global = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _imported = new(StringComparer.Ordinal);
    private readonly List<(XElement Group, string File)> _itemGroups = [];
    private readonly SortedDictionary<string, Notice> _notices = new(StringComparer.Ordinal);
    private readonly Expansion _expansion;
    private string _file;
    private string _sdk = "";

    private ProjectEvaluator(TreeIndex index, string project, string configuration, string? targetFramework)
    {
        _index = index;
        _project = _file = project;
        _folder = TreePath.FolderOf(project);
        _expansion = new Expansion(Property, new PropertyFunctions(index));
        SetGlobal("Configuration", configuration);
        if (targetFramework is not null) SetGlobal("TargetFramework", targetFramework);
        _properties["Platform"] = "AnyCPU";
        _properties["OS"] = "Unix";
        _properties["MSBuildRuntimeType"] = "Core";
        _properties["MSBuildVersion"] = "18.0.0";
        _properties["NETCoreSdkVersion"] = "10.0.100";
        _properties["SolutionDir"] = PropertyFunctions.Root;
    }

    /// <summary>Evaluates a project of the tree.</summary>
    /// <exception cref="XmlException">The project file itself is not well-formed.</exception>
    /// <exception cref="IOException">The project file itself cannot be read.</exception>
    public static EvaluatedProject Evaluate(TreeIndex index, string project, string configuration, string? targetFramework = null) =>
        new ProjectEvaluator(index, project, configuration, targetFramework).Run();

    private EvaluatedProject Run()
    {
        var root = ProjectXml.Read(_index.Tree, _project);
        _sdk = SdkOf(root);
        if (_sdk.Length > 0)
        {
            ImportAbove("Directory.Build.props", "ImportDirectoryBuildProps");
            SdkDefaults.ApplyProperties(this, _sdk);
            ImportAbove("Directory.Packages.props", "ImportDirectoryPackagesProps");
        }
        _file = _project;
        Walk(root);
        if (Framework.Parse(Property("TargetFramework")) is { } framework)
        {
            SetDefault("TargetFrameworkIdentifier", framework.Identifier);
            SetDefault("TargetFrameworkVersion", "v" + framework.Version);
            SetDefault("TargetPlatformIdentifier", framework.Platform);
        }
        if (_sdk.Length > 0)
            ImportAbove("Directory.Build.targets", "ImportDirectoryBuildTargets");
        _file = _project;
        SetDefault("AssemblyName", TreePath.StemOf(_project));
        SetDefault("RootNamespace", Property("AssemblyName").Replace(' ', '_').Replace('-', '_'));

        var items = new ItemEvaluation(_index, _folder, Expand, Holds);
        if (_sdk.Length > 0)
            SdkDefaults.AddItems(items, this, _sdk);
        foreach (var (group, file) in _itemGroups)
        {
            _file = file;
            items.Add(group);
        }
        foreach (var expression in _expansion.Unsupported)
            Note(_project, $"'$({expression})' is not evaluated and counts as empty.", "See docs/loading.md for what is; pass what it decides by an option.", isPartial: false);
        return new EvaluatedProject(_project, _sdk, _properties, items.Items, [.. _notices.Values]);
    }

    public string Property(string name) => name.ToUpperInvariant() switch
    {
        "MSBUILDPROJECTDIRECTORY" => PropertyFunctions.ToAbsoluteFolder(_folder).TrimEnd('/'),
        "MSBUILDPROJECTFULLPATH" => PropertyFunctions.ToAbsolute(_project),
        "MSBUILDPROJECTFILE" => TreePath.NameOf(_project),
        "MSBUILDPROJECTNAME" => TreePath.StemOf(_project),
        "MSBUILDPROJECTEXTENSION" => Path.GetExtension(_project),
        "MSBUILDTHISFILEDIRECTORY" => PropertyFunctions.ToAbsoluteFolder(TreePath.FolderOf(_file)),
        "MSBUILDTHISFILEFULLPATH" => PropertyFunctions.ToAbsolute(_file),
        "MSBUILDTHISFILE" => TreePath.NameOf(_file),
        "MSBUILDTHISFILENAME" => TreePath.StemOf(_file),
        _ => _properties.GetValueOrDefault(name, ""),
    };

    public bool IsFalse(string property) => Property(property).Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    public void SetDefault(string name, string value)
    {
        if (Property(name).Length == 0)
            _properties[name] = value;
    }

    private void SetGlobal(string name, string value)
    {
        _global.Add(name);
        _properties[name] = value;
    }

    private string Expand(string text) => _expansion.Expand(text);

    private bool Holds(XElement element)
    {
        var text = (string?)element.Attribute("Condition");
        if (Condition.Evaluate(text, Expand, Exists) is { } holds) return holds;
        Note(_project, $"The condition '{text}' in {_file} is not understood and counts as false.", "See docs/loading.md for the conditions that are.", isPartial: false);
        return false;
    }

    private bool Exists(string path)
    {
        if (PropertyFunctions.ToTree(TreePath.FolderOf(_file), path) is not { } inTree) return false;
        return _index.Find(inTree) is not null || _index.Under(inTree).Length > 0;
    }

    private void Walk(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "PropertyGroup" when Holds(element):
                    foreach (var property in element.Elements().Where(Holds))
                    {
                        if (!_global.Contains(property.Name.LocalName))
                            _properties[property.Name.LocalName] = Expand(property.Value);
                    }
                    break;
                case "ItemGroup":
                    _itemGroups.Add((element, _file));
                    break;
                case "Choose":
                    if (element.Elements().FirstOrDefault(branch => branch.Name.LocalName == "Otherwise" || (branch.Name.LocalName == "When" && Holds(branch))) is { } taken)
                        Walk(taken);
                    break;
                case "ImportGroup" when Holds(element):
                    Walk(element);
                    break;
                case "Import" when Holds(element) && element.Attribute("Sdk") is null:
                    Import((string?)element.Attribute("Project") ?? "");
                    break;
            }
        }
    }

    private void ImportAbove(string name, string switchProperty)
    {
        if (!IsFalse(switchProperty) && _index.FindAbove(_folder, name) is { } path)
            ImportFile(path);
    }

    private void Import(string text)
    {
        var path = Expand(text);
        // What the SDK and Visual Studio bring is known here; what packages bring is in obj, which no source tree has.
        if (string.IsNullOrWhiteSpace(path) || text.Contains("$(MSBuild", StringComparison.OrdinalIgnoreCase) && !text.Contains("$(MSBuildThis", StringComparison.OrdinalIgnoreCase) && !text.Contains("$(MSBuildProject", StringComparison.OrdinalIgnoreCase) && !text.Contains("$([MSBuild]", StringComparison.OrdinalIgnoreCase)
            || text.Contains("$(VSToolsPath)", StringComparison.OrdinalIgnoreCase)) return;
        if (PropertyFunctions.ToTree(TreePath.FolderOf(_file), path) is { } inTree)
        {
            if (GlobPattern.IsPattern(inTree))
            {
                foreach (var match in GlobPattern.Create("", inTree)?.Matches(_index) ?? [])
                    ImportFile(match);
                return;
            }
            if (_index.Find(inTree) is { } found)
            {
                ImportFile(found);
                return;
            }
        }
        Note(_file, $"The imported file '{path.Replace(PropertyFunctions.Root, "", StringComparison.Ordinal)}' is not in the tree.", "Analyse from a folder above it, or restore what brings it.", isPartial: false);
    }

    // MSBuild imports a file once; the limit ends a tree of imports that branches without end.
    private void ImportFile(string path)
    {
        if (!_imported.Add(path) || path == _project || _imported.Count > MaximumImports) return;
        XElement root;
        try
        {
            root = ProjectXml.Read(_index.Tree, path);
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            Note(path, $"The file is not readable as XML: {e.Message}", "Mend the file.", isPartial: true);
            return;
        }
        var importer = _file;
        _file = path;
        Walk(root);
        _file = importer;
    }

    private string SdkOf(XElement root)
    {
        var name = (string?)root.Attribute("Sdk")
            ?? (string?)root.Elements().FirstOrDefault(static e => e.Name.LocalName == "Sdk")?.Attribute("Name")
            ?? (string?)root.Elements().FirstOrDefault(static e => e.Name.LocalName == "Import" && e.Attribute("Sdk") is not null)?.Attribute("Sdk")
            ?? "";
        return name.Split(';')[0].Split('/')[0].Trim();
    }

    private void Note(string subject, string reason, string remedy, bool isPartial) =>
        _notices.TryAdd(subject + "\n" + reason, Notice.NotAnalysed(subject, reason, remedy, isPartial));
}
