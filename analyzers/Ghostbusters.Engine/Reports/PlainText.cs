using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>Texts of analysed code, made safe to look at.</summary>
internal static class PlainText
{
    /// <summary>
    /// One line in which nothing is invisible: control characters (a terminal obeys them), text-direction marks (they make
    /// code read as what it is not) and broken UTF-16 become <c>\u001b</c> and the like. A tab becomes a space, so that
    /// columns stay right under an underline.
    /// </summary>
    public static string Visible(string text)
    {
        StringBuilder? shown = null;
        for (var i = 0; i < text.Length; i++)
        {
            var replacement = Replacement(text, i);
            if (replacement is null)
            {
                shown?.Append(text[i]);
                continue;
            }

            shown ??= new StringBuilder(text, 0, i, text.Length + 16);
            shown.Append(replacement);
        }

        return shown?.ToString() ?? text;
    }

    private static string? Replacement(string text, int at)
    {
        var unit = text[at];
        if (unit == '\t')
            return " ";
        if (char.IsSurrogate(unit))
            return IsPaired(text, at) ? null : Escape(unit);
        return char.GetUnicodeCategory(unit) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? Escape(unit) : null;
    }

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static string Escape(char unit) => FormattableString.Invariant($"\\u{(int)unit:x4}");
}
