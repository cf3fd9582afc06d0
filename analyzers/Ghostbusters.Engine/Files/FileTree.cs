namespace Ghostbusters.Engine.Files;

/// <summary>
/// A read-only tree of files: a folder, an archive or files in memory. Paths are relative, with <c>/</c>, and in ordinal
/// order. Nothing is written, extracted or executed.
/// </summary>
public abstract class FileTree
{
    /// <summary>The name to show: the last part of the folder's or archive's path.</summary>
    public abstract string Name { get; }

    /// <summary>Every file, in ordinal order of its path.</summary>
    public abstract ImmutableArray<string> Paths { get; }

    /// <summary>Whether there is such a file.</summary>
    public abstract bool Contains(string path);

    /// <summary>The whole content of one file.</summary>
    /// <exception cref="IOException">The file is gone, cannot be read, or is over the limit; the message says which.</exception>
    public abstract ReadOnlyMemory<byte> Read(string path);

    /// <summary>Entries that were refused (a link, a path outside the root, a limit): they must show in the result.</summary>
    public abstract ImmutableArray<Notice> Notices { get; }
}
