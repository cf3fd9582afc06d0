namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>A folder for one task's outcomes, which goes with it.</summary>
internal sealed class CacheFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ghostbusters-parts-").FullName;

    /// <summary>The outcomes in it, by name.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Path, "*.json").Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
