namespace Ghostbusters.Engine.Reports;

/// <summary>Parts of an excerpt. A range may reach out of the excerpt: then there is less to show, and no error.</summary>
internal static class ExcerptText
{
    private const int MostShown = 200;
    private const int MostStored = 4_000;

    /// <summary>
    /// The excerpt as data formats hold it: empty where it is far longer than code that people write, because each of the
    /// findings on one line of a megabyte would repeat that line.
    /// </summary>
    public static Excerpt Stored(Excerpt excerpt) =>
        excerpt.Lines.Sum(static l => (long)l.Length) <= MostStored ? excerpt : excerpt with { Lines = [] };

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

    /// <summary>
    /// The lines as they are shown to people: without the indentation that they share, each cut into what stands before,
    /// in and after the range. A line of a megabyte is shown in part, with an ellipsis where something is missing.
    /// </summary>
    public static IEnumerable<ShownLine> Show(Excerpt excerpt, SourceRange range)
    {
        var indents = excerpt.Lines.Where(static l => !string.IsNullOrWhiteSpace(l)).Select(static l => l.Length - l.TrimStart().Length);
        var shared = indents.DefaultIfEmpty(0).Min();
        for (var i = 0; i < excerpt.Lines.Length; i++)
        {
            var number = excerpt.FirstLine + i;
            var line = excerpt.Lines[i].Length >= shared ? excerpt.Lines[i] : new string(' ', shared);
            if (number < range.StartLine || number > range.EndLine)
            {
                yield return new(number, Start(line[shared..]), "", "");
                continue;
            }

            var (offset, length) = Columns(line, number, range).GetOffsetAndLength(line.Length);
            // On the lines in the middle of a range, the indentation is no part of what is marked.
            var from = Math.Max(Math.Max(offset, shared), number > range.StartLine ? line.Length - line.TrimStart().Length : 0);
            var to = Math.Max(from, offset + length);
            yield return new(number, End(line[shared..from]), Start(line[from..to]), Start(line[to..]));
        }
    }

    private static string Start(string text) => PlainText.Visible(text.Length <= MostShown ? text : text[..MostShown] + "…");

    private static string End(string text) => PlainText.Visible(text.Length <= MostShown ? text : "…" + text[^MostShown..]);

    private static bool Holds(Excerpt excerpt, SourceRange range) =>
        range.StartLine >= excerpt.FirstLine && range.EndLine >= range.StartLine && range.EndLine < excerpt.FirstLine + excerpt.Lines.Length;
}

/// <summary>A line of an excerpt, ready to be looked at.</summary>
internal readonly record struct ShownLine(int Number, string Before, string Marked, string After)
{
    /// <summary>The whole line.</summary>
    public string Text => Before + Marked + After;
}
