using System.IO.Compression;

namespace Ghostbusters.Engine.Git;

/// <summary>Inflates what git stores, up to a limit that is known before.</summary>
internal static class ZlibData
{
    /// <summary>Exactly <paramref name="size"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The data is damaged or has another size.</exception>
    public static byte[] Inflate(Stream compressed, int size, string what)
    {
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        return Refusing(what, () =>
        {
            var content = new byte[size];
            return zlib.ReadAtLeast(content, size, throwOnEndOfStream: false) != size || zlib.ReadByte() >= 0
                ? throw new InvalidDataException($"{what} is damaged: it does not have the {size} bytes that it should have.")
                : content;
        });
    }

    /// <summary>The first bytes, <paramref name="most"/> where there are so many.</summary>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    public static byte[] InflateStart(Stream compressed, int most, string what)
    {
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        return Refusing(what, () =>
        {
            var start = new byte[most];
            return start[..zlib.ReadAtLeast(start, most, throwOnEndOfStream: false)];
        });
    }

    private static byte[] Refusing(string what, Func<byte[]> inflate)
    {
        try
        {
            return inflate();
        }
        catch (IOException e)
        {
            // A header that asks for a dictionary, say: the library has a type of its own for it, and hides it.
            throw new InvalidDataException($"{what} cannot be inflated: {e.Message}", e);
        }
    }
}
