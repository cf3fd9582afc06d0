using Microsoft.Win32.SafeHandles;

namespace Ghostbusters.Engine.Git;

/// <summary>A pack with its index: many objects in one file, most of them as deltas of others.</summary>
internal sealed class Pack(string indexPath) : IDisposable
{
    // Git itself writes chains of at most 4,095 deltas; a longer one can only be a circle.
    private const int LongestChain = 4_096;
    private const int OffsetDelta = 6;
    private const int ReferenceDelta = 7;
    private const long CacheSize = 32L * 1024 * 1024;

    private readonly PackIndex _index = new(indexPath);
    private readonly SafeFileHandle _file = File.OpenHandle(Path.ChangeExtension(indexPath, ".pack"));
    private readonly Dictionary<long, GitObject> _cache = [];
    private long _cached;

    /// <summary>One object; null where it is not in this pack.</summary>
    /// <exception cref="InvalidDataException">It is damaged or over the limit.</exception>
    public GitObject? Read(ObjectId id, int maximumSize, Func<ObjectId, GitObject> readElsewhere) =>
        _index.Find(id) is { } place ? ReadAt(place, maximumSize, readElsewhere) : null;

    /// <summary>The ids that start with these hexadecimal digits.</summary>
    public IEnumerable<ObjectId> StartingWith(string prefix) => _index.StartingWith(prefix);

    public void Dispose()
    {
        _index.Dispose();
        _file.Dispose();
    }

    private GitObject ReadAt(long place, int maximumSize, Func<ObjectId, GitObject> readElsewhere)
    {
        var deltas = new Stack<(long Place, byte[] Delta)>();
        var chainSize = 0L;
        GitObject? result;
        for (long? next = place; ;)
        {
            if (_cache.TryGetValue(next.Value, out result))
                break;

            var entry = ReadEntry(next.Value, maximumSize);
            if (entry.Kind is >= (int)GitObjectKind.Commit and <= (int)GitObjectKind.Tag)
            {
                result = Cache(next.Value, new GitObject((GitObjectKind)entry.Kind, entry.Content));
                break;
            }

            deltas.Push((next.Value, entry.Content));
            if (deltas.Count > LongestChain || (chainSize += entry.Content.Length) > 4L * maximumSize)
                throw Damaged("has a chain of deltas without end");

            next = entry.BaseId is { } baseId ? _index.Find(baseId) : entry.BasePlace;
            if (next is null)
            {
                result = readElsewhere(entry.BaseId!.Value);
                break;
            }
        }

        while (deltas.TryPop(out var step))
            result = Cache(step.Place, new GitObject(result.Kind, PackDelta.Apply(result.Content, step.Delta, maximumSize)));
        return result;
    }

    /// <summary>Histories and folders are chains of deltas with shared ends, so that what was unpacked is used again.</summary>
    private GitObject Cache(long place, GitObject value)
    {
        if (value.Kind == GitObjectKind.Blob)
            return value;
        if ((_cached += value.Content.Length) > CacheSize)
        {
            _cache.Clear();
            _cached = value.Content.Length;
        }

        return _cache[place] = value;
    }

    private (int Kind, byte[] Content, long? BasePlace, ObjectId? BaseId) ReadEntry(long place, int maximumSize)
    {
        using var stream = new PackStream(_file, place);
        var first = Next(stream);
        var kind = (first >> 4) & 7;
        var size = (long)(first & 15);
        for (var (more, shift) = ((first & 0x80) != 0, 4); more; shift += 7)
        {
            if (shift > 53)
                throw Damaged("has an impossible size");
            var part = Next(stream);
            size |= (long)(part & 0x7f) << shift;
            more = (part & 0x80) != 0;
        }

        if (size > maximumSize)
            throw new InvalidDataException($"An object of the pack of '{indexPath}' has {size} bytes, over the limit of {maximumSize}.");
        if (kind is 0 or 5)
            throw Damaged("has an object of an unknown kind");

        long? basePlace = kind == OffsetDelta ? place - ReadDistance(stream, place) : null;
        ObjectId? baseId = kind == ReferenceDelta ? ReadId(stream) : null;
        return (kind, ZlibData.Inflate(stream, (int)size, $"An object of the pack of '{indexPath}'"), basePlace, baseId);
    }

    private long ReadDistance(Stream stream, long place)
    {
        var part = Next(stream);
        var distance = (long)(part & 0x7f);
        while ((part & 0x80) != 0)
        {
            part = Next(stream);
            distance = ((distance + 1) << 7) + (part & 0x7f);
            if (distance > place)
                break;
        }

        return distance > 0 && distance < place ? distance : throw Damaged("has a delta of something outside of the pack");
    }

    private ObjectId ReadId(Stream stream)
    {
        var bytes = new byte[ObjectId.Length];
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? ObjectId.FromBytes(bytes) : throw Damaged("is cut off");
    }

    private int Next(Stream stream)
    {
        var next = stream.ReadByte();
        return next >= 0 ? next : throw Damaged("is cut off");
    }

    private InvalidDataException Damaged(string how) => new($"The pack of '{indexPath}' {how}. Run 'git fsck'.");
}
