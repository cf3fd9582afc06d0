using System.Text;

namespace Ghostbusters.Engine.Diff;

/// <summary>Paths as git writes them in a diff: in quotes with C escapes where they hold a quote, a backslash or a control character.</summary>
internal static class GitPath
{
    private const string Escapes = "abtnvfr";

    /// <summary>The path, quoted where it must be.</summary>
    public static string Quote(string path)
    {
        if (!path.Any(NeedsEscape))
            return path;

        var quoted = new StringBuilder("\"");
        foreach (var c in path)
        {
            if (NeedsEscape(c))
                quoted.Append('\\').Append(Escape(c));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The path that a quoted one, which starts at a quote, stands for; null where it is not a valid one.</summary>
    /// <param name="text">The quote and what follows it.</param>
    /// <param name="length">How much of the text the quoted path took.</param>
    public static string? Unquote(ReadOnlySpan<char> text, out int length)
    {
        // Octal escapes are bytes of UTF-8, so the whole path is put together as bytes.
        var bytes = new List<byte>();
        var utf8 = new byte[4];
        for (length = 1; length < text.Length;)
        {
            if (text[length] == '"')
            {
                length++;
                return Encoding.UTF8.GetString([.. bytes]);
            }

            if (text[length] == '\\')
            {
                if (!TryUnescape(text[(length + 1)..], out var value, out var taken))
                    return null;
                bytes.Add(value);
                length += 1 + taken;
                continue;
            }

            Rune.DecodeFromUtf16(text[length..], out var rune, out var units);
            bytes.AddRange(utf8.AsSpan(0, rune.EncodeToUtf8(utf8)));
            length += units;
        }

        return null;
    }

    private static bool NeedsEscape(char c) => c is '"' or '\\' or < ' ' or '\u007f';

    private static string Escape(char c) =>
        c is '"' or '\\' ? c.ToString()
        : c is >= '\a' and <= '\r' ? Escapes[c - '\a'].ToString()
        : Convert.ToString(c, 8).PadLeft(3, '0');

    private static bool TryUnescape(ReadOnlySpan<char> text, out byte value, out int taken)
    {
        (value, taken) = (0, 1);
        if (text.IsEmpty)
            return false;

        if (text[0] is >= '0' and <= '3' && text.Length >= 3 && text[1] is >= '0' and <= '7' && text[2] is >= '0' and <= '7')
        {
            value = (byte)(((text[0] - '0') * 64) + ((text[1] - '0') * 8) + (text[2] - '0'));
            taken = 3;
            return true;
        }

        // In the order of their codes, from BEL (7) to CR (13): a b t n v f r.
        var named = Escapes.IndexOf(text[0], StringComparison.Ordinal);
        value = (byte)(named >= 0 ? '\a' + named : text[0]);
        return named >= 0 || text[0] is '"' or '\\';
    }
}
