namespace Ghostbusters.Engine.Files;

/// <summary>How much of an archive is read before it is taken for an attack. What is over a limit is left out, with a notice.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Entries that are looked at. Default 200,000.</summary>
    public int Entries { get; init; } = 200_000;

    /// <summary>Bytes of one entry as they inflate, whatever its header says. Default 16 MB.</summary>
    public long EntryBytes { get; init; } = 16L << 20;

    /// <summary>Bytes that are kept in memory: the files that analysis needs. Default 128 MB.</summary>
    public long KeptBytes { get; init; } = 128L << 20;

    /// <summary>Bytes that are inflated in all, kept or not. Default 1 GB.</summary>
    public long TotalBytes { get; init; } = 1L << 30;

    /// <summary>Inflated bytes for one byte of the archive, once 16 MB are inflated. Default 200.</summary>
    public int Ratio { get; init; } = 200;
}
