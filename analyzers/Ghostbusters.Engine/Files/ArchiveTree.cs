using System.IO.Compression;

namespace Ghostbusters.Engine.Files;

/// <summary>
/// The sources of a .zip, .tar or .tar.gz, read straight into memory: nothing is written to disk. Entries that a plain
/// archive of sources does not have, and what is over a limit, are left out with a notice. One folder around everything,
/// as forges pack it, is taken away.
/// </summary>
public sealed class ArchiveTree : FileTree
{
    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> _files;
    private readonly string _prefix;

    private ArchiveTree(string name, ArchiveIntake intake)
    {
        Name = name;
        _files = intake.Files;
        _prefix = intake.CommonFolder;
        Paths = [.. _files.Keys.Select(path => path[_prefix.Length..]).Order(StringComparer.Ordinal)];
        Notices = [.. intake.Notices];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Paths { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Notice> Notices { get; }

    /// <summary>Whether a file's name is that of an archive this can read.</summary>
    public static bool IsArchive(string path) => ArchiveExtension(path) is not null;

    /// <summary>Reads an archive from disk.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none of the known kinds of archive.</exception>
    public static ArchiveTree Open(string path, ArchiveLimits? limits = null)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10);
        var name = Path.GetFileName(path);
        return Read(stream, ArchiveExtension(path) is { } extension ? name[..^extension.Length] : name, limits);
    }

    /// <summary>Reads an archive; its first bytes tell the kind.</summary>
    /// <param name="stream">Seekable; read from its current position, left open.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="limits">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="InvalidDataException">It is none of the known kinds of archive.</exception>
    public static ArchiveTree Read(Stream stream, string name, ArchiveLimits? limits = null)
    {
        if (!stream.CanSeek)
            throw new ArgumentException("A zip's directory is at its end, so the stream must be able to seek; buffer it first.", nameof(stream));
        limits ??= new ArchiveLimits();
        var intake = new ArchiveIntake(limits, name);
        var start = stream.Position;
        Span<byte> magic = stackalloc byte[4];
        var read = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        stream.Position = start;
        try
        {
            if (read >= 4 && magic[0] == 'P' && magic[1] == 'K')
            {
                new ZipReader(stream, intake).Read();
            }
            else if (read >= 2 && magic[0] == 0x1F && magic[1] == 0x8B)
            {
                using var inflated = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
                new TarReader(inflated, intake, () => stream.Position - start).Read();
            }
            else if (TarReader.IsTar(stream))
            {
                stream.Position = start;
                // A plain tar does not compress: what is read is what there is.
                new TarReader(stream, intake, () => stream.Position - start).Read();
            }
            else
            {
                throw new InvalidDataException($"'{name}' is neither a zip, a tar nor a gzipped tar.");
            }
        }
        catch (ArchiveLimitException e)
        {
            intake.Note(e.Message + " What was read until then was analysed.", "Pack only the sources, or raise the limit.");
        }
        return new ArchiveTree(name, intake);
    }

    /// <inheritdoc/>
    public override bool Contains(string path) => _files.ContainsKey(_prefix + path);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(string path) =>
        _files.TryGetValue(_prefix + path, out var content) ? content : throw new FileNotFoundException($"There is no '{path}' in {Name}.");

    private static string? ArchiveExtension(string path) =>
        Array.Find([".tar.gz", ".tgz", ".tar", ".zip"], extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
