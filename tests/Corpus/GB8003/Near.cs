using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Corpus.GB8003.Near;

public interface ITextFilter
{
    string Sanitize(string text);
}

public sealed class NullFilter : ITextFilter
{
    public string Sanitize(string text) => text; //@near GB8003
}

public sealed class PlainFilter : ITextFilter
{
    public string Sanitize(string text) => text; //@near GB8003
}

public class Writer
{
    // A hook.
    protected virtual string EscapeHtml(string text) => text; //@near GB8003
}

public sealed class Texts(ILogger<Texts> logger, HtmlEncoder encoder)
{
    // Every sign by itself: nothing can come together.
    public static string EscapeHtml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"); //@near GB8003

    // Until nothing is left.
    public static string SanitizePath(string path) //@near GB8003
    {
        while (path.Contains("../"))
            path = path.Replace("../", "");
        return path;
    }

    // Taken out once, and then each sign of it as well.
    public static string SanitizeFileName(string name) => name.Replace("../", "").Replace("/", "").Replace("\\", ""); //@near GB8003

    // A pair of points cannot come together again.
    public static string SanitizeDots(string name) => name.Replace("..", "").Replace("/", "_"); //@near GB8003

    // Doubling the quote is how a literal of SQL is written.
    public static string EscapeSqlLiteral(string text) => text.Replace("'", "''"); //@near GB8003

    // Both line ends, each by itself.
    public static string SanitizeForLog(string text) => text.Replace("\r", "").Replace("\n", ""); //@near GB8003

    // The encoder goes last.
    public string SanitizeComment(string text) => encoder.Encode(text.Replace("<script>", "")); //@near GB8003

    // Format, not safety.
    public static string StripTags(string html) => html.Replace("<br>", "\n").Replace("<p>", "\n\n"); //@near GB8003

    public static string CleanInput(string text) => text.Replace("  ", " ").Trim(); //@near GB8003

    // Nothing to escape: the usual shortcut.
    public static string EscapeXml(string text) //@near GB8003
    {
        if (text.IndexOfAny(['<', '>', '&']) < 0)
            return text;
        return WebUtility.HtmlEncode(text);
    }

    // It refuses what it does not like.
    public static string SanitizeIdentifier(string name) //@near GB8003
    {
        if (!Regex.IsMatch(name, "^[a-z_]+$"))
            throw new ArgumentException("Only letters.", nameof(name));
        return name;
    }

    // An allow-list of signs.
    public static string SanitizeKey(string key) => Regex.Replace(key, "[^A-Za-z0-9]", ""); //@near GB8003

    // Written into a writer: there is no result.
    public void Write(TextWriter writer, string text)
    {
        encoder.Encode(writer, text); //@near GB8003
    }

    // Read later.
    public string Render(string name)
    {
        var encoded = encoder.Encode(name); //@near GB8003
        logger.LogDebug("Encoded.");
        return $"<b>{encoded}</b>";
    }

    // The builder does change.
    public string SanitizeBuilder(string text)
    {
        var builder = new StringBuilder(text);
        builder.Replace("<", "&lt;"); //@near GB8003
        return builder.ToString();
    }

    // The whole text is held to the list.
    public static bool IsValidName(string name) => Regex.IsMatch(name, "^[A-Za-z0-9_]+$"); //@near GB8003

    public static bool IsSafePath(string name) => Regex.IsMatch(name, @"\A\w+\z"); //@near GB8003

    // One digit anywhere is what is asked for.
    public static bool IsValidPassword(string password) => Regex.IsMatch(password, "[0-9]+"); //@near GB8003

    public static bool ContainsDigits(string text) => Regex.IsMatch(text, "[0-9]+"); //@near GB8003

    // What is looked for is what must not be there.
    public static bool IsSafeText(string text) => !Regex.IsMatch(text, "[<>]+"); //@near GB8003

    // The other way round.
    public static string UnescapeHtml(string text) => text.Replace("&lt;", "<"); //@near GB8003

    // A prefix is a name, not an attack.
    public string Shorten(string type)
    {
        var cleanName = type.Replace("System.", ""); //@near GB8003
        return cleanName;
    }

    // Where it fails, nothing is given.
    public string SanitizeMarkup(string markup) //@near GB8003
    {
        try
        {
            return encoder.Encode(markup);
        }
        catch (ArgumentException e)
        {
            logger.LogWarning(e, "The markup cannot be encoded.");
            return "(not shown)";
        }
    }

    // Another method does it.
    public string SanitizeTitle(string title) //@near GB8003
    {
        var first = title;
        return EscapeHtml(first);
    }

    // Its parts are worked on one by one.
    public static string EscapeShell(string argument) //@near GB8003
    {
        var result = new StringBuilder();
        foreach (var sign in argument)
            result.Append(char.IsLetterOrDigit(sign) ? sign.ToString() : "\\" + sign);
        return result.ToString();
    }
}
