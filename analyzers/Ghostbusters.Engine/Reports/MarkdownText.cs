using System.Net;
using System.Text;

namespace Ghostbusters.Engine.Reports;

/// <summary>
/// Texts of analysed code as Markdown that stays text: no markup, image, link, mention, issue reference or raw HTML.
/// </summary>
/// <remarks>
/// Implementation note: GitHub and GitLab look for mentions, references and bare links in the rendered text, where a
/// backslash is gone. So those are broken by a zero width space, which is also what GitHub's own documents advise.
/// </remarks>
internal static class MarkdownText
{
    private const char ZeroWidthSpace = '\u200b';
    private const int MostShown = 600;
    private const string Markup = "\\`*_{}[]()<>#+-!|~$&";

    /// <summary>Prose.</summary>
    public static string Escape(string text)
    {
        var shown = new StringBuilder();
        foreach (var unit in BreakReferences(text))
        {
            if (Markup.Contains(unit))
                shown.Append('\\');
            shown.Append(unit);
        }

        return shown.ToString();
    }

    /// <summary>The same within an HTML element of ours.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(BreakReferences(text));

    /// <summary>A code span, fenced by more backticks than the text has in a row.</summary>
    public static string Code(string text)
    {
        var shown = Shorten(text);
        var fence = new string('`', LongestRun(shown) + 1);
        return $"{fence} {shown} {fence}";
    }

    /// <summary>A code block of lines that are already visible.</summary>
    public static string Block(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}text\n{text}\n{fence}";
    }

    private static string BreakReferences(string text)
    {
        var shown = Shorten(text);
        var broken = new StringBuilder();
        for (var i = 0; i < shown.Length; i++)
        {
            broken.Append(shown[i]);
            if (StartsReference(shown, i))
                broken.Append(ZeroWidthSpace);
        }

        return broken.ToString();
    }

    // Mentions and e-mail, issues, merge requests, labels, milestones, snippets, epics; GH-1; http:// and www.
    private static bool StartsReference(string text, int at) => text[at] switch
    {
        '@' or '#' or '!' or '~' or '%' or '$' or '&' => true,
        ':' => text.AsSpan(at).StartsWith("://", StringComparison.Ordinal),
        '.' => text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        '-' => text.AsSpan(0, at).EndsWith("gh", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string Shorten(string text) => PlainText.Visible(text.Length <= MostShown ? text : text[..MostShown] + "…");

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var unit in text)
        {
            run = unit == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
