using System.Xml.Linq;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>The item pass: Include, Exclude, Remove and Update, in the order of the project file and its imports.</summary>
internal sealed class ItemEvaluation(TreeIndex index, string folder, Func<string, string> expand, Func<XElement, bool> holds)
{
    // Items of these types are files of the tree; all others are names, whose text stays as it is.
    private static readonly HashSet<string> FileTypes =
        new(["Compile", "AdditionalFiles", "EditorConfigFiles", "GlobalAnalyzerConfigFiles"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<ProjectItem>> _items = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, List<ProjectItem>> Items => _items;

    public void AddPlain(string type, string include) => ListOf(type).Add(new ProjectItem(include));

    public void AddFiles(string type, string include, string exclude)
    {
        foreach (var path in Files(include, exclude))
            AddPlain(type, path);
    }

    public void Add(XElement group)
    {
        if (!holds(group)) return;
        foreach (var element in group.Elements())
        {
            if (!holds(element)) continue;
            var type = element.Name.LocalName;
            if (Text(element, "Include") is { } include)
                Include(type, element, include);
            else if (Text(element, "Remove") is { } remove)
                Remove(type, remove);
            else if (Text(element, "Update") is { } update)
                Update(type, element, update);
        }
    }

    private void Include(string type, XElement element, string include)
    {
        var identities = FileTypes.Contains(type)
            ? Files(include, Text(element, "Exclude") ?? "")
            : Parts(include).Except(Parts(Text(element, "Exclude") ?? ""), StringComparer.OrdinalIgnoreCase);
        foreach (var identity in identities.ToArray())
        {
            var item = new ProjectItem(identity);
            SetMetadata(item, element);
            ListOf(type).Add(item);
        }
    }

    private void Remove(string type, string remove)
    {
        var isRemoved = Matcher(type, remove);
        ListOf(type).RemoveAll(item => isRemoved(item.Include));
    }

    private void Update(string type, XElement element, string update)
    {
        var isUpdated = Matcher(type, update);
        foreach (var item in ListOf(type).Where(item => isUpdated(item.Include)))
            SetMetadata(item, element);
    }

    private void SetMetadata(ProjectItem item, XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName is not ("Include" or "Exclude" or "Remove" or "Update" or "Condition"))
                item[attribute.Name.LocalName] = expand(attribute.Value);
        }
        foreach (var child in element.Elements().Where(holds))
            item[child.Name.LocalName] = expand(child.Value).Trim();
    }

    private Func<string, bool> Matcher(string type, string text)
    {
        if (!FileTypes.Contains(type))
        {
            var names = Parts(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains;
        }
        var patterns = Parts(text).Select(Pattern).OfType<GlobPattern>().ToArray();
        return path => Array.Exists(patterns, pattern => pattern.IsMatch(path));
    }

    // A file that is named but missing stays in the list, so that the loader can say so.
    private IEnumerable<string> Files(string include, string exclude)
    {
        var isExcluded = Matcher("Compile", exclude);
        foreach (var part in Parts(include))
        {
            if (GlobPattern.IsPattern(part))
            {
                foreach (var path in Pattern(part)?.Matches(index) ?? [])
                {
                    if (!isExcluded(path)) yield return path;
                }
            }
            else if (PropertyFunctions.ToTree(folder, part) is not { } path)
            {
                yield return part.Replace('\\', '/');
            }
            else if (!isExcluded(path))
            {
                yield return index.Find(path) ?? path;
            }
        }
    }

    // %(…) needs batching, which only targets have; @(…) copies the items of that type.
    private IEnumerable<string> Parts(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("@(", StringComparison.Ordinal) && part.EndsWith(')'))
            {
                foreach (var item in ListOf(part[2..^1].Trim()).ToArray())
                    yield return FileTypes.Contains(part[2..^1].Trim()) ? PropertyFunctions.ToAbsolute(item.Include) : item.Include;
            }
            else
            {
                yield return part;
            }
        }
    }

    private GlobPattern? Pattern(string text) =>
        PropertyFunctions.ToTree(folder, text) is { } inTree ? GlobPattern.Create("", inTree) : null;

    private string? Text(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { } text ? expand(text) : null;

    private List<ProjectItem> ListOf(string type)
    {
        if (!_items.TryGetValue(type, out var list))
            _items.Add(type, list = []);
        return list;
    }
}
