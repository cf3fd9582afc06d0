using System.Buffers.Binary;
using System.Text;

namespace Ghostbusters.Functions.Tests.Packaging;

/// <summary>Writes the least ELF file that names needs: a header, texts, `.gnu.version_r` and the table of sections, as the specification lays them out.</summary>
internal static class ElfFile
{
    private const int HeaderSize = 64;
    private const int SectionSize = 64;
    private const uint Texts = 3;
    private const uint VersionNeeds = 0x6ffffffe;

    public static byte[] Write(params (string Library, string[] Versions)[] needs)
    {
        var offsets = new Dictionary<string, uint>(StringComparer.Ordinal);
        var names = new List<byte> { 0 };
        uint Text(string text)
        {
            if (offsets.TryGetValue(text, out var known)) return known;
            offsets[text] = (uint)names.Count;
            names.AddRange(Encoding.ASCII.GetBytes(text));
            names.Add(0);
            return offsets[text];
        }
        var versions = new List<byte>();
        for (var i = 0; i < needs.Length; i++)
        {
            var (library, wanted) = needs[i];
            versions.AddRange([.. Word16(1), .. Word16((ushort)wanted.Length), .. Word32(Text(library)), .. Word32(16), .. Word32(i + 1 == needs.Length ? 0 : (uint)(16 + 16 * wanted.Length))]);
            for (var j = 0; j < wanted.Length; j++)
                versions.AddRange([.. Word32(0), .. Word16(0), .. Word16(2), .. Word32(Text(wanted[j])), .. Word32(j + 1 == wanted.Length ? 0u : 16u)]);
        }
        var table = HeaderSize + names.Count + versions.Count;
        return
        [
            0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[9], .. new byte[24], .. Word64((ulong)table), .. new byte[10], .. Word16(SectionSize), .. Word16(3), .. Word16(0),
            .. names, .. versions,
            .. new byte[SectionSize],
            .. Section(Texts, HeaderSize, names.Count, 0, 0),
            .. Section(VersionNeeds, HeaderSize + names.Count, versions.Count, 1, (uint)needs.Length),
        ];
    }

    private static byte[] Section(uint type, int offset, int size, uint link, uint info) =>
        [.. Word32(0), .. Word32(type), .. Word64(0), .. Word64(0), .. Word64((ulong)offset), .. Word64((ulong)size), .. Word32(link), .. Word32(info), .. Word64(1), .. Word64(0)];

    private static byte[] Word16(ushort value) => Bytes(2, bytes => BinaryPrimitives.WriteUInt16LittleEndian(bytes, value));

    private static byte[] Word32(uint value) => Bytes(4, bytes => BinaryPrimitives.WriteUInt32LittleEndian(bytes, value));

    private static byte[] Word64(ulong value) => Bytes(8, bytes => BinaryPrimitives.WriteUInt64LittleEndian(bytes, value));

    private static byte[] Bytes(int length, Action<byte[]> write)
    {
        var bytes = new byte[length];
        write(bytes);
        return bytes;
    }
}
