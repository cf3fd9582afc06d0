using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file, or files in an archive, that a resource takes.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string kind, string property, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Kind = kind;
        Property = property;
        Value = value;
    }

    /// <summary><c>asset</c> or <c>archive</c>.</summary>
    internal string Kind { get; }

    /// <summary><c>path</c>, <c>uri</c>, <c>text</c> or <c>assets</c>.</summary>
    internal string Property { get; }

    internal object Value { get; }
}

public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, object value) : base("asset", property, value)
    {
    }
}

public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value) : base("archive", property, value)
    {
    }
}

/// <summary>A file of this machine.</summary>
public sealed class FileAsset(string path) : Asset("path", path);

/// <summary>Text.</summary>
public sealed class StringAsset(string text) : Asset("text", text);

/// <summary>What an address gives.</summary>
public sealed class RemoteAsset(string uri) : Asset("uri", uri);

/// <summary>An archive, or a folder that becomes one, of this machine.</summary>
public sealed class FileArchive(string path) : Archive("path", path);

/// <summary>An archive that an address gives.</summary>
public sealed class RemoteArchive(string uri) : Archive("uri", uri);

/// <summary>An archive of named files and archives.</summary>
public sealed class AssetArchive : Archive
{
    public AssetArchive(IDictionary<string, AssetOrArchive> assets) : base("assets", assets.ToImmutableDictionary())
    {
    }
}
