using System.Globalization;

namespace Ghostbusters.Engine.Diff;

/// <summary>
/// Reads which lines a unified diff adds: what <c>git diff</c>, <c>git format-patch</c>, <c>diff -u</c> and <c>svn diff</c>
/// write. Text between the files' diffs is passed over.
/// </summary>
public sealed class UnifiedDiffReader
{
    private const string NoFile = "/dev/null";

    private readonly List<KeyValuePair<string, LineRange>> _added = [];
    private readonly string[] _lines;
    private int _next;
    private string _gitHeader = "";
    private string? _path;
    private bool _sawDiff;

    private UnifiedDiffReader(string diff) => _lines = diff.Split('\n');

    /// <summary>The added lines by file; paths are as in the diff, without <c>a/</c> and <c>b/</c>.</summary>
    /// <exception cref="FormatException">It is not such a diff or is cut off; the message has the line.</exception>
    public static ChangedLines Read(string diff)
    {
        var reader = new UnifiedDiffReader(diff);
        while (reader._next < reader._lines.Length)
            reader.ReadNext();
        if (!reader._sawDiff && !string.IsNullOrWhiteSpace(diff))
            throw new FormatException("Line 1: no diff in it. Write one with 'git diff' or 'diff -u'.");
        return new ChangedLines(reader._added);
    }

    private void ReadNext()
    {
        var line = _lines[_next++];
        if (line.StartsWith("diff --git ", StringComparison.Ordinal))
        {
            (_gitHeader, _path, _sawDiff) = (line["diff --git ".Length..].TrimEnd('\r'), null, true);
        }
        else if (line.StartsWith("diff --cc ", StringComparison.Ordinal) || line.StartsWith("diff --combined ", StringComparison.Ordinal)
            || line.StartsWith("@@@ ", StringComparison.Ordinal))
        {
            throw Error("a combined diff of a merge, which has no single old side. Write the diff with 'git diff <base>'");
        }
        else if (line.StartsWith("Binary files ", StringComparison.Ordinal) || line.StartsWith("Index: ", StringComparison.Ordinal))
        {
            (_path, _sawDiff) = (null, true);
        }
        else if (line.StartsWith("--- ", StringComparison.Ordinal))
        {
            ReadFileHeader(line[4..]);
        }
        else if (line.StartsWith("@@ ", StringComparison.Ordinal))
        {
            ReadHunk(line);
        }
    }

    private void ReadFileHeader(string oldName)
    {
        if (_next == _lines.Length || !_lines[_next].StartsWith("+++ ", StringComparison.Ordinal))
            throw Error("'---' without a '+++' line after it");

        var oldPath = PathIn(oldName);
        var newPath = PathIn(_lines[_next++][4..]);
        _path = WithoutPrefix(oldPath, newPath);
        (_gitHeader, _sawDiff) = ("", true);
    }

    private string PathIn(string name)
    {
        name = name.TrimEnd('\r');
        if (name.StartsWith('"'))
            return GitPath.Unquote(name, out _) ?? throw Error("a quoted path that does not end or has an unknown escape");

        // What follows a tab is a date or a revision.
        var tab = name.IndexOf('\t', StringComparison.Ordinal);
        var path = tab < 0 ? name : name[..tab];
        return path.Length > 0 ? path : throw Error("a file without a name");
    }

    /// <summary>
    /// Git puts a letter before both names (a and b; c, i, o or w with diff.mnemonicPrefix). Where it was told not to, the
    /// names of a changed file are equal, and so are the two in its first line.
    /// </summary>
    private string WithoutPrefix(string oldPath, string newPath)
    {
        var isBare = oldPath == NoFile
            ? _gitHeader.Length > 0 && _gitHeader == $"{newPath} {newPath}"
            : !HasPrefix(oldPath) || oldPath[0] == newPath[0];
        return isBare || !HasPrefix(newPath) ? newPath : newPath[2..];
    }

    private static bool HasPrefix(string path) => path.Length > 2 && path[1] == '/' && path[0] is 'a' or 'b' or 'c' or 'i' or 'o' or 'w';

    private void ReadHunk(string header)
    {
        if (_path is null)
            throw Error("a hunk without '---' and '+++' lines before it");

        var (oldCount, newLine, newCount) = ReadHunkHeader(header);
        while (oldCount > 0 || newCount > 0)
        {
            if (_next == _lines.Length || (_next == _lines.Length - 1 && _lines[_next].Length == 0))
                throw Error("the diff ends within a hunk: it was cut off");

            // Some mailers and editors strip the blank of an empty context line.
            var line = _lines[_next++];
            var sign = line.Length == 0 || line == "\r" ? ' ' : line[0];
            if (sign == '\\')
                continue;
            if (sign is not (' ' or '+' or '-') || (sign != '+' && oldCount == 0) || (sign != '-' && newCount == 0))
                throw Error("a line that does not fit its hunk: its header promises other lines");

            if (sign == '+')
                _added.Add(KeyValuePair.Create(_path, new LineRange(newLine, newLine)));
            if (sign != '+')
                oldCount--;
            if (sign != '-')
                (newLine, newCount) = (newLine + 1, newCount - 1);
        }
    }

    private (int OldCount, int NewLine, int NewCount) ReadHunkHeader(string header)
    {
        var parts = header.Split(' ', 5);
        if (parts.Length < 4 || !parts[1].StartsWith('-') || !parts[2].StartsWith('+') || !parts[3].StartsWith("@@", StringComparison.Ordinal))
            throw Error("a hunk header that is not '@@ -line,count +line,count @@'");

        var (_, oldCount) = ReadRange(parts[1][1..]);
        var (newLine, newCount) = ReadRange(parts[2][1..]);
        return (oldCount, newLine, newCount);
    }

    private (int Line, int Count) ReadRange(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var count = 1;
        if (!TryRead(comma < 0 ? text : text[..comma], out var line) || (comma >= 0 && !TryRead(text[(comma + 1)..], out count))
            || line > int.MaxValue - 1 - count || (line == 0 && count > 0))
        {
            throw Error("a hunk header with numbers that no file has");
        }

        return (line, count);
    }

    private static bool TryRead(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private FormatException Error(string what) => new(string.Create(CultureInfo.InvariantCulture, $"Line {_next}: {what}."));
}
