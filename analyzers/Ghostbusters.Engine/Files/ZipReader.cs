using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ghostbusters.Engine.Files;

/// <summary>
/// Reads a zip entry by entry. The platform's reader takes the whole directory into memory and believes it; this one holds
/// one entry and counts what really inflates. A zip whose directory is cut off is read from its local headers.
/// </summary>
internal sealed class ZipReader(Stream stream, ArchiveIntake intake)
{
    private const uint LocalHeader = 0x04034b50, DirectoryHeader = 0x02014b50, DirectoryEnd = 0x06054b50, DirectoryEnd64 = 0x06064b50, EndLocator64 = 0x07064b50;
    private const int LocalSize = 30, DirectorySize = 46, EndSize = 22;

    private readonly long _start = stream.Position;

    /// <summary>Hands every file to the intake; a damaged or cut archive ends with a notice.</summary>
    /// <exception cref="ArchiveLimitException">A limit is reached.</exception>
    public void Read()
    {
        // What inflates is held against the whole file, since entries may share its bytes.
        intake.Consumed = stream.Length - _start;
        try
        {
            if (FindDirectory() is { } directory)
                ReadDirectory(directory);
            else
                ReadLocalHeaders();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            intake.Note($"The archive is damaged: {e.Message} What could be read was analysed.", "Fetch or pack it again.");
        }
    }

    // The record stands at the end, before a comment of up to 64 KB.
    private long? FindDirectory()
    {
        var tail = new byte[(int)Math.Min(stream.Length - _start, EndSize + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != DirectoryEnd) continue;
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
            if (offset == uint.MaxValue && at >= 20 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at - 20)) == EndLocator64)
            {
                var record = At(BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - 12)), 56);
                if (BinaryPrimitives.ReadUInt32LittleEndian(record) != DirectoryEnd64) throw new InvalidDataException("Its zip64 record is missing.");
                offset = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48));
            }
            return offset;
        }
        return null;
    }

    private void ReadDirectory(long offset)
    {
        while (true)
        {
            var header = At(offset, 4);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != DirectoryHeader) return;
            header = At(offset, DirectorySize);
            intake.CountEntry();
            int nameLength = U16(header, 28), extraLength = U16(header, 30), commentLength = U16(header, 32);
            var rest = At(offset + DirectorySize, nameLength + extraLength);
            var entry = new Entry(
                Name(rest.AsSpan(0, nameLength)), U16(header, 8), U16(header, 10), U32(header, 20), U32(header, 24), U32(header, 42), (U32(header, 38) >> 16) & 0xF000);
            TakeFromDirectory(Zip64(entry, rest.AsSpan(nameLength)));
            offset += DirectorySize + nameLength + extraLength + commentLength;
        }
    }

    private void TakeFromDirectory(Entry entry)
    {
        if (entry.Name.EndsWith('/')) return;
        if (entry.FileType == 0xA000)
        {
            intake.Refuse(entry.Name, "It is a link.");
            return;
        }
        try
        {
            var local = At(entry.Offset, LocalSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalHeader) throw new InvalidDataException("Its header is missing.");
            Take(entry, entry.Offset + LocalSize + U16(local, 26) + U16(local, 28));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            intake.Refuse(entry.Name, $"It is damaged: {e.Message}");
        }
    }

    private void Take(Entry entry, long dataOffset)
    {
        if ((entry.Flags & 1) != 0)
        {
            intake.Refuse(entry.Name, "It is encrypted.");
            return;
        }
        if (entry.Method is not (0 or 8))
        {
            intake.Refuse(entry.Name, $"Its compression method {entry.Method} is not supported.");
            return;
        }
        Seek(dataOffset);
        using var part = new EntryStream(stream, entry.Compressed);
        if (entry.Method == 0)
        {
            intake.Take(entry.Name, part);
            return;
        }
        using var inflated = new DeflateStream(part, CompressionMode.Decompress);
        intake.Take(entry.Name, inflated);
    }

    // Without a directory, an entry whose size follows it cannot be skipped, so reading ends there.
    private void ReadLocalHeaders()
    {
        intake.Note("The archive is cut off: its directory is missing. What could be read was analysed.", "Fetch or pack it again.");
        for (long offset = 0; ;)
        {
            if (offset + LocalSize > stream.Length - _start) return;
            var header = At(offset, LocalSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalHeader) return;
            intake.CountEntry();
            var name = Name(At(offset + LocalSize, U16(header, 26)));
            var entry = new Entry(name, U16(header, 6), U16(header, 8), U32(header, 18), U32(header, 22), offset, 0);
            var data = offset + LocalSize + U16(header, 26) + U16(header, 28);
            if ((entry.Flags & 8) != 0 || data + entry.Compressed > stream.Length - _start) return;
            if (!name.EndsWith('/')) Take(entry, data);
            offset = data + entry.Compressed;
        }
    }

    // Sizes of 0xFFFFFFFF are in the extra field, in this order.
    private static Entry Zip64(Entry entry, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4) break;
            if (id == 1)
            {
                var fields = extra.Slice(4, size);
                if (entry.Size == uint.MaxValue) entry = entry with { Size = Next(ref fields) };
                if (entry.Compressed == uint.MaxValue) entry = entry with { Compressed = Next(ref fields) };
                if (entry.Offset == uint.MaxValue) entry = entry with { Offset = Next(ref fields) };
                break;
            }
            extra = extra[(4 + size)..];
        }
        return entry;
    }

    private static long Next(ref ReadOnlySpan<byte> fields)
    {
        if (fields.Length < 8) throw new InvalidDataException("A zip64 field is too short.");
        var value = BinaryPrimitives.ReadInt64LittleEndian(fields);
        fields = fields[8..];
        return value >= 0 ? value : throw new InvalidDataException("A zip64 field is negative.");
    }

    private byte[] At(long offset, int length)
    {
        Seek(offset);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void Seek(long offset)
    {
        if (offset < 0 || offset > stream.Length - _start) throw new InvalidDataException("An offset points outside the file.");
        stream.Position = _start + offset;
    }

    private static string Name(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static int U16(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));

    private static uint U32(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    // FileType: the type bits of a Unix mode; 0 where there are none.
    private sealed record Entry(string Name, int Flags, int Method, long Compressed, long Size, long Offset, uint FileType);
}
