using Ghostbusters.Engine.Analysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Files;

/// <summary>A tree with some files edited in memory; the tree below it is not touched.</summary>
public sealed class EditedTree(FileTree below) : FileTree
{
    private readonly Dictionary<string, (SourceText Before, SourceText After)> _edited = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => below.Name;

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths => below.Paths;

    /// <inheritdoc/>
    public override ImmutableArray<Notice> Notices => below.Notices;

    /// <inheritdoc/>
    public override bool Contains(string path) => below.Contains(path);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(string path) => _edited.TryGetValue(path, out var edited) ? Bytes(edited.After) : below.Read(path);

    /// <summary>Changes a file.</summary>
    public void Edit(string path, IEnumerable<TextChange> changes)
    {
        var (before, after) = _edited.TryGetValue(path, out var edited) ? edited : (TextOf(path), TextOf(path));
        _edited[path] = (before, after.WithChanges(changes));
    }

    /// <summary>The files that differ from the tree below, by path.</summary>
    public ImmutableArray<FileChange> Changes() =>
        [.. _edited.Where(static e => !e.Value.After.ContentEquals(e.Value.Before)).OrderBy(static e => e.Key, StringComparer.Ordinal)
            .Select(static e => new FileChange(e.Key, e.Value.Before.ToString(), e.Value.After.ToString(), Bytes(e.Value.After)))];

    private SourceText TextOf(string path)
    {
        using var stream = new MemoryStream(below.Read(path).ToArray());
        return SourceText.From(stream);
    }

    // In the encoding that the file has, byte order mark included.
    private static byte[] Bytes(SourceText text)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, text.Encoding ?? new System.Text.UTF8Encoding(false), leaveOpen: true))
            text.Write(writer);
        return stream.ToArray();
    }
}
