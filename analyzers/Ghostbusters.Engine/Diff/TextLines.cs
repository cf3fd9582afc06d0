namespace Ghostbusters.Engine.Diff;

internal static class TextLines
{
    /// <summary>The lines of a text with their line ends, as git counts them: only LF ends a line, and a CR before it stays.</summary>
    public static List<string> WithEnds(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
