namespace Ghostbusters.Engine.Reports;

/// <summary>Parts of an excerpt. A range may reach out of the excerpt: then there is less to show, and no error.</summary>
internal static class ExcerptText
{
    /// <summary>The text of the range; null where the excerpt does not hold all of its lines.</summary>
    public static string? Within(Excerpt excerpt, SourceRange range)
    {
        if (!Holds(excerpt, range))
            return null;

        var lines = excerpt.Lines.AsSpan(range.StartLine - excerpt.FirstLine, range.EndLine - range.StartLine + 1).ToArray();
        return string.Join('\n', lines.Select((line, i) => line[Columns(line, range.StartLine + i, range)]));
    }

    /// <summary>Whether the excerpt holds the range and at least one line more.</summary>
    public static bool Surrounds(Excerpt excerpt, SourceRange range) =>
        Holds(excerpt, range) && excerpt.Lines.Length > range.EndLine - range.StartLine + 1;

    /// <summary>Which part of a line lies in the range, as offsets into the line.</summary>
    public static Range Columns(string text, int line, SourceRange range)
    {
        var start = line == range.StartLine ? Math.Clamp(range.StartColumn - 1, 0, text.Length) : 0;
        var end = line == range.EndLine ? Math.Clamp(range.EndColumn - 1, start, text.Length) : text.Length;
        return start..end;
    }

    private static bool Holds(Excerpt excerpt, SourceRange range) =>
        range.StartLine >= excerpt.FirstLine && range.EndLine >= range.StartLine && range.EndLine < excerpt.FirstLine + excerpt.Lines.Length;
}
