using System.Buffers.Binary;
using System.Text;

namespace Ghostbusters.Functions.Packaging;

/// <summary>Which versions of its libraries an executable needs: the section `.gnu.version_r` of a 64-bit little-endian ELF file.</summary>
/// <remarks>Implementation note: layouts as the ELF and the Linux Standard Base specifications give them.</remarks>
internal static class ElfNeeds
{
    private const uint VersionNeeds = 0x6ffffffe;
    private const int SectionTable = 0x28;
    private const int SectionSize = 0x3A;
    private const int SectionCount = 0x3C;

    /// <summary>Library and version of each need, as <c>libc.so.6</c> and <c>GLIBC_2.34</c>; none for a static executable.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or is cut off.</exception>
    public static IReadOnlyList<(string Library, string Version)> Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8)) throw new InvalidDataException("This is no 64-bit little-endian ELF file.");
        try
        {
            var needs = new List<(string, string)>();
            foreach (var section in Sections(file))
                if (section.Type == VersionNeeds) needs.AddRange(Read(file, section, Sections(file)[(int)section.Link]));
            return needs;
        }
        catch (ArgumentOutOfRangeException cut)
        {
            throw new InvalidDataException("The ELF file is cut off.", cut);
        }
    }

    private static List<Section> Sections(byte[] file)
    {
        var (start, size, count) = ((int)Word64(file, SectionTable), Word16(file, SectionSize), Word16(file, SectionCount));
        return [.. Enumerable.Range(0, count).Select(index => start + index * size)
            .Select(at => new Section(Word32(file, at + 4), Word32(file, at + 0x28), (int)Word64(file, at + 0x18), (int)Word32(file, at + 0x2C)))];
    }

    /// <summary>A chain of libraries, each with a chain of versions; their names lie in the section of texts.</summary>
    private static IEnumerable<(string Library, string Version)> Read(byte[] file, Section section, Section texts)
    {
        var library = section.Offset;
        for (var left = section.Info; left > 0; left--)
        {
            var name = Text(file, texts.Offset + (int)Word32(file, library + 4));
            var version = library + (int)Word32(file, library + 8);
            for (var versions = Word16(file, library + 2); versions > 0; versions--)
            {
                yield return (name, Text(file, texts.Offset + (int)Word32(file, version + 8)));
                version += (int)Word32(file, version + 12);
            }
            library += (int)Word32(file, library + 12);
        }
    }

    private static string Text(byte[] file, int at) => Encoding.ASCII.GetString(file.AsSpan(at, file.AsSpan(at).IndexOf((byte)0)));

    private static ushort Word16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint Word32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static ulong Word64(byte[] file, int at) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));

    /// <param name="Link">Index of the section of its texts.</param>
    /// <param name="Info">How many entries.</param>
    private readonly record struct Section(uint Type, uint Link, int Offset, int Info);
}
