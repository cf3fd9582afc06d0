using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>How a file indents.</summary>
internal static class Indentation
{
    private const string Usual = "    ";

    // The lines of a comment's star stand one further in.
    private const int LeastBlanks = 2;

    /// <summary>One level: what the file's first indented line begins with.</summary>
    public static string LevelOf(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            var blanks = content.Length - content.TrimStart().Length;
            if (blanks == content.Length || blanks == 0)
                continue;
            if (content[0] == '\t')
                return "\t";
            if (blanks is >= LeastBlanks and <= 4)
                return content.Substring(0, blanks);
        }

        return Usual;
    }
}
