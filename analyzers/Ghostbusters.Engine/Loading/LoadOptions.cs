namespace Ghostbusters.Engine.Loading;

/// <summary>How to load a tree.</summary>
public sealed record LoadOptions
{
    /// <summary>A solution, project or C# file within the tree to start from, or a folder (it ends with <c>/</c>); null for every project that is there.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>The value of <c>$(Configuration)</c> in conditions. Default <c>Debug</c>.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>Which framework of a multi-targeted project is analysed; null for the newest that the tool has references for.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>More references: absolute paths of assemblies, or of folders with assemblies.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>NuGet's global packages folder; null for the user's own (NUGET_PACKAGES, else ~/.nuget/packages).</summary>
    public string? PackagesFolder { get; init; }

    /// <summary>A C# file over this many bytes is not analysed, and GB9003 says so. Default 8 MB.</summary>
    public long MaximumFileSize { get; init; } = 8L * 1024 * 1024;
}
