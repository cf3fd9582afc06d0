using System.Buffers;

namespace Ghostbusters.Engine.Files;

/// <summary>Takes entries out of an archive into memory under its limits; what it refuses becomes a notice.</summary>
internal sealed class ArchiveIntake(ArchiveLimits limits, string archive)
{
    private const int MaximumNotices = 100;
    private const int RatioAppliesFrom = 16 << 20;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Notice> _notices = [];
    private int _silent;
    private int _entries;
    private long _kept;
    private long _total;

    /// <summary>Bytes of the archive that were consumed so far; the readers set it for <see cref="ArchiveLimits.Ratio"/>.</summary>
    public long Consumed { get; set; }

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files => _files;

    /// <summary>The one folder, with its slash, that holds every entry, kept or not; empty where there is none.</summary>
    public string CommonFolder { get; private set; } = "";

    public IEnumerable<Notice> Notices => _silent == 0
        ? _notices
        : _notices.Append(Notice.NotAnalysed(archive, $"{_silent} more entries were refused.", "Pack the sources again without links and odd names."));

    /// <summary>Counts an entry.</summary>
    /// <exception cref="ArchiveLimitException">There are too many.</exception>
    public void CountEntry()
    {
        if (++_entries > limits.Entries)
            throw new ArchiveLimitException($"It has more than {limits.Entries} entries (limit: entries).");
    }

    public void Refuse(string entry, string reason)
    {
        if (_notices.Count >= MaximumNotices)
            _silent++;
        else
            _notices.Add(Notice.NotAnalysed(Printable(entry), reason, "Pack the sources again with plain files under plain relative names."));
    }

    public void Note(string reason, string remedy) => _notices.Add(Notice.NotAnalysed(archive, reason, remedy));

    /// <summary>Reads past the rest of an entry of a stream; what flows by counts against the limits.</summary>
    /// <exception cref="ArchiveLimitException">A limit of the archive as a whole is reached.</exception>
    public void Skip(Stream content) => Consume(content, null);

    /// <summary>Reads an entry into memory if analysis needs it.</summary>
    /// <exception cref="ArchiveLimitException">A limit of the archive as a whole is reached.</exception>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public void Take(string name, Stream content)
    {
        if (Checked(name) is not { } path || !NeededFiles.IsNeeded(path)) return;
        var kept = new MemoryStream();
        if (!Consume(content, kept))
        {
            Refuse(name, $"It inflates to more than {limits.EntryBytes} bytes (limit: bytes of an entry).");
            return;
        }
        _kept += kept.Length;
        if (_kept > limits.KeptBytes)
            throw new ArchiveLimitException($"Its sources have more than {limits.KeptBytes} bytes (limit: kept bytes).");
        _files[path] = kept.GetBuffer().AsMemory(0, (int)kept.Length);
    }

    /// <summary>The entry's path if it is one that a plain archive has; otherwise null, and a notice says why.</summary>
    private string? Checked(string name)
    {
        var reason = name switch
        {
            "" => "It has no name.",
            _ when name.Contains('\0') => "Its name contains a NUL.",
            _ when name.Length > 1024 => "Its name has more than 1024 characters.",
            _ when name.Contains('\\') => "Its name contains a backslash, which leads to different places on different systems.",
            _ when name.StartsWith('/') => "Its name is an absolute path.",
            _ when name.Length > 1 && name[1] == ':' => "Its name starts with a drive letter.",
            _ when name.Split('/').Contains("..") => "Its name leads out of the archive.",
            _ => null,
        };
        if (reason is not null)
        {
            Refuse(name, reason);
            return null;
        }
        var path = string.Join('/', name.Split('/').Where(static part => part is not ("" or ".")));
        if (_names.Add(path))
        {
            var top = path[..(path.IndexOf('/') + 1)];
            CommonFolder = _names.Count == 1 || top == CommonFolder ? top : "";
            return path;
        }
        // Readers of archives do not agree on which of the two counts. Names that differ in case or Unicode form are two files.
        Refuse(name, "Another entry has the same name; the first was read.");
        return null;
    }

    // False: the entry went over its own limit; the rest of it is not read.
    private bool Consume(Stream content, MemoryStream? kept)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            for (long length = 0; content.Read(buffer) is var read and > 0;)
            {
                length += read;
                _total += read;
                if (_total > limits.TotalBytes)
                    throw new ArchiveLimitException($"It inflates to more than {limits.TotalBytes} bytes (limit: total bytes).");
                if (_total > RatioAppliesFrom && _total > Consumed * limits.Ratio)
                    throw new ArchiveLimitException($"It inflates to more than {limits.Ratio} times its size (limit: compression ratio).");
                if (kept is null) continue;
                if (length > limits.EntryBytes) return false;
                kept.Write(buffer, 0, read);
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Printable(string name) =>
        new([.. name.Take(200).Select(static c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c)]);
}
