namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>A project file after evaluation: its properties and items as a build would start with them.</summary>
internal sealed class EvaluatedProject(
    string path, string sdk, IReadOnlyDictionary<string, string> properties, IReadOnlyDictionary<string, List<ProjectItem>> items, ImmutableArray<Notice> notices)
{
    /// <summary>The project file in the tree.</summary>
    public string Path => path;

    /// <summary>The first SDK it names; empty for a project of the old format.</summary>
    public string Sdk => sdk;

    public ImmutableArray<Notice> Notices => notices;

    /// <summary>A property; the empty string where it has no value.</summary>
    public string this[string property] => properties.GetValueOrDefault(property, "").Trim();

    public bool IsTrue(string property) =>
        this[property].ToLowerInvariant() is "true" or "enable" or "enabled" or "on" or "yes";

    public IReadOnlyList<ProjectItem> Items(string type) => items.TryGetValue(type, out var found) ? found : [];
}
