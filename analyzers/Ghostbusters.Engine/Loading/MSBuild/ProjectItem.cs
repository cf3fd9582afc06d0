namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>An item of a project file, such as a <c>PackageReference</c>.</summary>
internal sealed class ProjectItem(string include)
{
    private readonly Dictionary<string, string> _metadata = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its identity; for items that are files, the path in the tree.</summary>
    public string Include => include;

    /// <summary>A metadatum; the empty string where there is none.</summary>
    public string this[string name]
    {
        get => _metadata.GetValueOrDefault(name, "");
        set => _metadata[name] = value;
    }

    public bool Is(string name, string value) => this[name].Equals(value, StringComparison.OrdinalIgnoreCase);
}
