using System.Text;

namespace Ghostbusters.Engine.Files;

/// <summary>Files in memory: for editors, services and tests.</summary>
public sealed class MemoryTree : FileTree
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files;

    /// <summary>A tree of texts, encoded as UTF-8 without a mark.</summary>
    /// <exception cref="ArgumentException">A path is absolute, leaves the root, uses <c>\</c> or is given twice.</exception>
    public MemoryTree(IEnumerable<(string Path, string Content)> files, string name = "memory")
        : this(files.Select(static file => (file.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Content))), name)
    {
    }

    /// <summary>A tree of bytes.</summary>
    /// <inheritdoc cref="MemoryTree(IEnumerable{ValueTuple{string, string}}, string)" path="/exception"/>
    public MemoryTree(IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files, string name = "memory")
    {
        Name = name;
        _files = new(StringComparer.Ordinal);
        foreach (var (path, content) in files)
        {
            if (path.Contains('\\') || TreePath.Combine("", path) != path || path.Length == 0)
                throw new ArgumentException($"'{path}' is not a relative path with forward slashes.", nameof(files));
            if (!_files.TryAdd(path, content))
                throw new ArgumentException($"'{path}' is given twice.", nameof(files));
        }
        Paths = [.. _files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Notice> Notices => [];

    /// <inheritdoc/>
    public override bool Contains(string path) => _files.ContainsKey(path);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(string path) =>
        _files.TryGetValue(path, out var content) ? content : throw new FileNotFoundException($"There is no '{path}' in {Name}.");
}
