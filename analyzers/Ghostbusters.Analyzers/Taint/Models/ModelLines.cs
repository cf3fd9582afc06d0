namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>The lines of a file of models that are neither empty nor comments.</summary>
internal sealed class ModelLines(string file, string text)
{
    private readonly string[] _lines = [.. text.Split('\n').Select(static line => WithoutComment(line.TrimEnd('\r')))];
    private int _at = -1;

    public string File => file;

    /// <summary>The current line's number, from 1.</summary>
    public int Number => _at + 1;

    /// <summary>The current line without its indentation.</summary>
    public string Trimmed => _lines[_at].Trim();

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        _at = Following();
        return _at < _lines.Length;
    }

    /// <summary>Whether the next line begins so.</summary>
    public bool NextIs(string beginning) => Following() is var next && next < _lines.Length && _lines[next].StartsWith(beginning, StringComparison.Ordinal);

    /// <summary>Goes to the last line that belongs to the current top field: in YAML it is indented, or begins with a dash.</summary>
    public void SkipBelow()
    {
        while (NextIs(" ") || NextIs("-"))
            Next();
    }

    /// <summary>The current line as a field.</summary>
    /// <param name="indentation">The column of its name; a list's dash may stand before it.</param>
    public (string Name, string Value) Field(int indentation)
    {
        var line = _lines[_at];
        if (line.IndexOf('\t') >= 0)
            throw Error("There is a tab: indent with spaces.");
        var colon = line.IndexOf(':');
        if (colon <= indentation || !line.Substring(indentation, colon - indentation).All(static c => char.IsLetter(c) || c == '_') || (colon + 1 < line.Length && line[colon + 1] != ' '))
            throw Error("A line is `version: 1`, a section such as `sources:`, `  - field: value`, or `    field: value`.");
        return (line.Substring(indentation, colon - indentation), line.Substring(colon + 1).Trim());
    }

    /// <summary>A text, where it is one that needs no quotes.</summary>
    public string Plain(string value)
    {
        if (value.Length == 0)
            throw Error("A text is empty: remove the comma, or write the text.");
        if ("-?:,[]{}#&*!|>'\"%@`".IndexOf(value[0]) >= 0)
            throw Error($"'{value}' begins with '{value[0]}', which means something else in YAML: texts here are names and need no quotes.");
        if (value.IndexOfAny(['{', '}', ']', '[', '"', '\'']) is var at and >= 0)
            throw Error($"'{value[at]}' cannot stand in a text here: write [one, two] for a list.");
        return value.Contains(": ") || value.EndsWith(":", StringComparison.Ordinal) ? throw Error($"There is a second ':' in '{value}': begin a new line for the next field.") : value;
    }

    public ModelFormatException Error(string message) => new(file, Number, message);

    private int Following()
    {
        var next = _at + 1;
        while (next < _lines.Length && _lines[next].Length == 0)
            next++;
        return next;
    }

    private static string WithoutComment(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.Length > 0 && trimmed[0] == '#')
            return "";
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line.Substring(0, comment)).TrimEnd();
    }
}
