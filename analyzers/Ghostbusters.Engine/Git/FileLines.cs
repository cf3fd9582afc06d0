using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>The bytes of a source file as lines, for comparison.</summary>
internal static class FileLines
{
    private const int BytesThatTell = 8_000;

    /// <summary>Git's test: a zero among the first 8,000 bytes. UTF-16 is binary too.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, BytesThatTell)].Contains((byte)0);

    /// <summary>
    /// The lines as the compiler numbers them, so that they meet the findings' numbers: it ends one also at CR, U+0085, U+2028
    /// and U+2029. They are without their ends, and whether the last one has an end does not matter. A character stands for a byte.
    /// </summary>
    public static List<string> Split(ReadOnlySpan<byte> content)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < content.Length;)
        {
            var length = LineEndLength(content[i..]);
            if (length > 0)
            {
                lines.Add(Encoding.Latin1.GetString(content[start..i]));
                start = i + length;
            }

            i += Math.Max(1, length);
        }

        if (start < content.Length)
            lines.Add(Encoding.Latin1.GetString(content[start..]));
        return lines;
    }

    /// <summary>The content with LF for CR LF, as git stores it under <c>text</c> and <c>core.autocrlf</c>.</summary>
    public static byte[] WithLf(ReadOnlySpan<byte> content)
    {
        var result = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
                result[length++] = content[i];
        }

        return result[..length];
    }

    private static int LineEndLength(ReadOnlySpan<byte> content) => content[0] switch
    {
        (byte)'\n' => 1,
        (byte)'\r' => content.Length > 1 && content[1] == '\n' ? 2 : 1,
        0xc2 when content.Length > 1 && content[1] == 0x85 => 2,
        0xe2 when content.Length > 2 && content[1] == 0x80 && content[2] is (0xa8 or 0xa9) => 3,
        _ => 0,
    };
}
