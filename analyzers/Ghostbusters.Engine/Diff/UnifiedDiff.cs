using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Diff;

/// <summary>Writes a change of one file as a unified diff that <c>git apply</c> and <c>patch -p1</c> accept.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The diff with three lines of context; empty where nothing changed. Line ends are kept as they are.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    /// <param name="oldText">The file as it is.</param>
    /// <param name="newText">The file as it shall be.</param>
    public static string Between(string path, string oldText, string newText)
    {
        var (oldLines, newLines) = (TextLines.WithEnds(oldText), TextLines.WithEnds(newText));
        var edits = LineDiff.Between(oldLines, newLines);
        if (edits.IsEmpty)
            return "";

        var (a, b) = (GitPath.Quote("a/" + path), GitPath.Quote("b/" + path));
        // A tab ends a name with spaces, as git does it, so that no reader takes the rest for a date.
        var end = path.Contains(' ') && a[0] != '"' ? "\t\n" : "\n";
        var diff = new StringBuilder().Append("diff --git ").Append(a).Append(' ').Append(b).Append('\n')
            .Append("--- ").Append(a).Append(end)
            .Append("+++ ").Append(b).Append(end);
        for (var first = 0; first < edits.Length;)
        {
            var last = first;
            while (last + 1 < edits.Length && edits[last + 1].OldStart - (edits[last].OldStart + edits[last].OldCount) <= 2 * Context)
                last++;
            WriteHunk(diff, oldLines, newLines, edits.AsSpan(first, last - first + 1));
            first = last + 1;
        }

        return diff.ToString();
    }

    private static void WriteHunk(StringBuilder diff, List<string> oldLines, List<string> newLines, ReadOnlySpan<LineEdit> edits)
    {
        var before = Math.Min(Context, edits[0].OldStart);
        var oldStart = edits[0].OldStart - before;
        var oldEnd = Math.Min(oldLines.Count, edits[^1].OldStart + edits[^1].OldCount + Context);
        var newStart = edits[0].NewStart - before;
        var newEnd = edits[^1].NewStart + edits[^1].NewCount + (oldEnd - edits[^1].OldStart - edits[^1].OldCount);
        diff.Append("@@ -").Append(Range(oldStart, oldEnd - oldStart)).Append(" +").Append(Range(newStart, newEnd - newStart)).Append(" @@\n");

        var position = oldStart;
        foreach (var edit in edits)
        {
            WriteLines(diff, ' ', oldLines, position, edit.OldStart);
            position = edit.OldStart + edit.OldCount;
            WriteLines(diff, '-', oldLines, edit.OldStart, position);
            WriteLines(diff, '+', newLines, edit.NewStart, edit.NewStart + edit.NewCount);
        }

        WriteLines(diff, ' ', oldLines, position, oldEnd);
    }

    /// <summary>First line from one, and the count unless it is one; an empty range names the line before it.</summary>
    private static string Range(int start, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{start + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{count}"),
    };

    private static void WriteLines(StringBuilder diff, char sign, List<string> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            diff.Append(sign).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
                diff.Append("\n\\ No newline at end of file\n");
        }
    }
}
