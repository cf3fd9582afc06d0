using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Ghostbusters.Engine.Git;

/// <summary>A pack's index, version 2: which object stands at which place of the pack.</summary>
internal sealed class PackIndex : IDisposable
{
    private const int HeaderLength = 8;
    private const int FanoutLength = 256 * 4;
    private const int IdsStart = HeaderLength + FanoutLength;

    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly int[] _fanout = new int[256];
    private readonly long _length;

    /// <exception cref="InvalidDataException">It is damaged or of another version.</exception>
    public PackIndex(string path)
    {
        _path = path;
        _file = File.OpenHandle(path);
        _length = RandomAccess.GetLength(_file);
        var start = new byte[IdsStart];
        Read(start, 0);
        if (!start.AsSpan(0, HeaderLength).SequenceEqual<byte>([0xff, (byte)'t', (byte)'O', (byte)'c', 0, 0, 0, 2]))
            throw new InvalidDataException($"The pack index '{path}' is not of version 2. Run 'git index-pack' on its pack, or 'git gc'.");

        for (var i = 0; i < 256; i++)
        {
            var count = BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(HeaderLength + (4 * i)));
            if (count > int.MaxValue || (i > 0 && count < _fanout[i - 1]))
                throw Damaged();
            _fanout[i] = (int)count;
        }

        // Per object an id, a checksum and a place.
        if (_length < IdsStart + (Count * (ObjectId.Length + 8L)))
            throw Damaged();
    }

    private int Count => _fanout[255];

    /// <summary>The object's place in the pack; null where it is not there.</summary>
    public long? Find(ObjectId id)
    {
        Span<byte> wanted = stackalloc byte[ObjectId.Length];
        id.CopyTo(wanted);
        var position = FirstFrom(wanted);
        return position < Count && IdAt(position) == id ? PlaceAt(position) : null;
    }

    /// <summary>The ids that start with these hexadecimal digits.</summary>
    public IEnumerable<ObjectId> StartingWith(string prefix)
    {
        for (var position = FirstFrom(Convert.FromHexString(prefix.PadRight(2 * ObjectId.Length, '0'))); position < Count; position++)
        {
            var id = IdAt(position);
            if (!id.ToString().StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            yield return id;
        }
    }

    public void Dispose() => _file.Dispose();

    private int FirstFrom(ReadOnlySpan<byte> wanted)
    {
        var low = wanted[0] == 0 ? 0 : _fanout[wanted[0] - 1];
        var high = _fanout[wanted[0]];
        Span<byte> there = stackalloc byte[ObjectId.Length];
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            Read(there, IdsStart + ((long)middle * ObjectId.Length));
            if (there.SequenceCompareTo(wanted) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private ObjectId IdAt(int position)
    {
        Span<byte> id = stackalloc byte[ObjectId.Length];
        Read(id, IdsStart + ((long)position * ObjectId.Length));
        return ObjectId.FromBytes(id);
    }

    private long PlaceAt(int position)
    {
        var placesStart = IdsStart + (Count * (ObjectId.Length + 4L));
        Span<byte> bytes = stackalloc byte[8];
        Read(bytes[..4], placesStart + (4L * position));
        var place = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (place < 0x8000_0000)
            return place;

        // In packs over 2 GB the place is the number of an entry in a table of long places.
        Read(bytes, placesStart + (4L * Count) + (8L * (place & 0x7fff_ffff)));
        var longPlace = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return longPlace >= 0 ? longPlace : throw Damaged();
    }

    private void Read(Span<byte> bytes, long start)
    {
        for (var read = 0; read < bytes.Length;)
        {
            var count = RandomAccess.Read(_file, bytes[read..], start + read);
            if (count == 0)
                throw Damaged();
            read += count;
        }
    }

    private InvalidDataException Damaged() => new($"The pack index '{_path}' is damaged. Run 'git fsck'.");
}
