using System.Buffers.Binary;
using System.Text;

namespace Ghostbusters.Engine.Files;

/// <summary>
/// Reads a tar as a stream (ustar, GNU long names, pax). The platform's reader would take a name of any length into memory;
/// this one does not.
/// </summary>
internal sealed class TarReader(Stream stream, ArchiveIntake intake, Func<long> consumed)
{
    private const int Block = 512;
    private const int MaximumExtra = 64 << 10;

    private readonly byte[] _header = new byte[Block];

    public static bool IsTar(Stream stream)
    {
        var header = new byte[Block];
        return stream.ReadAtLeast(header, Block, throwOnEndOfStream: false) == Block && HasChecksum(header);
    }

    /// <summary>Hands every file to the intake; a damaged or cut archive ends with a notice.</summary>
    /// <exception cref="ArchiveLimitException">A limit is reached.</exception>
    public void Read()
    {
        try
        {
            ReadEntries();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            intake.Note($"The archive is damaged or cut off: {e.Message} What could be read was analysed.", "Fetch or pack it again.");
        }
    }

    private void ReadEntries()
    {
        string? longName = null;
        while (true)
        {
            stream.ReadExactly(_header);
            if (!_header.AsSpan().ContainsAnyExcept((byte)0)) return;
            if (!HasChecksum(_header))
                throw new InvalidDataException("A header's checksum is wrong.");
            intake.CountEntry();
            var size = Number(_header.AsSpan(124, 12));
            using var content = new EntryStream(stream, size, () => intake.Consumed = consumed());
            switch ((char)_header[156])
            {
                case 'L':
                    longName = Encoding.UTF8.GetString(Extra(content)).TrimEnd('\0');
                    break;
                case 'x':
                    longName = PaxPath(Extra(content)) ?? longName;
                    break;
                case '0' or '\0' or '7':
                    intake.Take(longName ?? NameOf(_header), content);
                    longName = null;
                    break;
                case '1' or '2':
                    intake.Refuse(longName ?? NameOf(_header), "It is a link.");
                    longName = null;
                    break;
                case 'S' or '3' or '4' or '6':
                    intake.Refuse(longName ?? NameOf(_header), "It is a sparse file or a device.");
                    longName = null;
                    break;
                case '5':
                    longName = null;
                    break;
            }
            intake.Skip(content);
            Skip((Block - (size % Block)) % Block);
        }
    }

    private static byte[] Extra(EntryStream content)
    {
        if (content.Length > MaximumExtra)
            throw new InvalidDataException($"A name or attribute has {content.Length} bytes.");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private void Skip(long count)
    {
        if (count > 0) stream.ReadExactly(_header.AsSpan(0, (int)count));
    }

    // Records of pax are "length key=value\n".
    private static string? PaxPath(byte[] records)
    {
        string? path = null;
        for (var at = 0; at < records.Length;)
        {
            var space = Array.IndexOf(records, (byte)' ', at);
            if (space < 0 || !int.TryParse(Encoding.ASCII.GetString(records, at, space - at), out var length) || length <= space - at || length > records.Length - at)
                throw new InvalidDataException("An extended header is malformed.");
            var record = Encoding.UTF8.GetString(records, space + 1, length - (space - at) - 1).TrimEnd('\n');
            if (record.StartsWith("path=", StringComparison.Ordinal)) path = record[5..];
            at += length;
        }
        return path;
    }

    private static string NameOf(byte[] header)
    {
        var name = Field(header, 0, 100);
        var isUstar = header.AsSpan(257, 5).SequenceEqual("ustar"u8) && header[262] == 0;
        return isUstar && Field(header, 345, 155) is { Length: > 0 } prefix ? prefix + "/" + name : name;
    }

    private static string Field(byte[] header, int offset, int length)
    {
        var end = Array.IndexOf(header, (byte)0, offset, length);
        return Encoding.UTF8.GetString(header, offset, (end < 0 ? offset + length : end) - offset);
    }

    private static bool HasChecksum(byte[] header)
    {
        long sum = 8 * ' ';
        for (var i = 0; i < Block; i++)
            sum += i is >= 148 and < 156 ? 0 : header[i];
        return OctalOrMinusOne(header.AsSpan(148, 8)) == sum;
    }

    private static long Number(ReadOnlySpan<byte> field)
    {
        var value = (field[0] & 0x80) != 0 ? BinaryPrimitives.ReadInt64BigEndian(field[4..]) : OctalOrMinusOne(field);
        return value >= 0 ? value : throw new InvalidDataException("A size is not a number.");
    }

    private static long OctalOrMinusOne(ReadOnlySpan<byte> field)
    {
        long value = 0;
        foreach (var c in field.Trim(" \0"u8))
        {
            if (c is < (byte)'0' or > (byte)'7') return -1;
            value = (value << 3) | (uint)(c - '0');
        }
        return value;
    }
}
