using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Extensions.Logging;

namespace Corpus.GB8003.True;

public sealed class Texts(ILogger<Texts> logger, HtmlEncoder encoder)
{
    private static readonly string[] Words = ["DROP", "DELETE", "INSERT"];

    // Taken out once: what stood around it comes together.
    public static string SanitizeHtml(string html) => html.Replace("<script>", "").Replace("</script>", ""); //@true GB8003

    public static string SanitizePath(string path) => path.Replace("../", ""); //@true GB8003

    // Both separators, each once.
    public string CleanFilePath(string path) //@true GB8003
    {
        var clean = path.Replace("../", string.Empty);
        clean = clean.Replace("..\\", string.Empty);
        return clean.Trim();
    }

    // In other letters the browser reads it all the same.
    public static string EscapeScripts(string html) => html.Replace("<script", "&lt;script"); //@true GB8003

    // Lower case first; then what is inside is left.
    public static string SanitizeLink(string url) //@true GB8003
    {
        if (string.IsNullOrEmpty(url))
            return "";
        return url.ToLowerInvariant().Replace("javascript:", "");
    }

    // A list of words, one after another.
    public static string SanitizeSql(string text) //@true GB8003
    {
        foreach (var word in Words)
            text = text.Replace(word, "");
        return text;
    }

    // Whatever its letters, but once.
    public static string StripScriptTags(string html) => html.Replace("<script>", "", StringComparison.OrdinalIgnoreCase); //@true GB8003

    // A pattern that is only a text.
    public static string RemoveXss(string input) => Regex.Replace(input, "<iframe", ""); //@true GB8003

    public static string SanitizeQuery(string query) => new StringBuilder(query).Replace("UNION", "").Replace("SELECT", "").ToString(); //@true GB8003

    // A pair of signs, of which each alone ends the line, too.
    public static string SanitizeForLog(string message) => message.Replace("\r\n", ""); //@true GB8003

    // Strings do not change: the text goes back as it came.
    public string EscapeHtml(string text)
    {
        text.Replace("<", "&lt;"); //@true GB8003
        return text;
    }

    public string EncodeForHtml(string text)
    {
        WebUtility.HtmlEncode(text); //@true GB8003
        return text;
    }

    // Encoded into a variable, and the other one is shown.
    public string Render(string name)
    {
        var encoded = encoder.Encode(name); //@true GB8003
        return $"<b>{name}</b>";
    }

    public string Address(string host, string query)
    {
        var safe = Uri.EscapeDataString(query); //@true GB8003
        return $"https://{host}/?q={query}";
    }

    public string Title(string title)
    {
        HttpUtility.HtmlAttributeEncode(title); //@true GB8003
        logger.LogDebug("Encoded.");
        return title;
    }

    public string SanitizeName(string name)
    {
        Regex.Replace(name, "[^a-z]", ""); //@true GB8003
        return name;
    }

    // It gives back what it got.
    public string SanitizeInput(string input) //@true GB8003
    {
        logger.LogDebug("Sanitizing {Length} characters.", input.Length);
        return input;
    }

    // Through a variable.
    public string EscapeLdap(string filter) //@true GB8003
    {
        var escaped = filter;
        if (filter.Contains('*'))
            logger.LogWarning("There is a star in the filter.");
        return escaped;
    }

    // Where it fails, the text goes on as it came.
    public string SanitizeMarkup(string markup) //@true GB8003
    {
        try
        {
            return encoder.Encode(markup);
        }
        catch (ArgumentException e)
        {
            logger.LogWarning(e, "The markup cannot be encoded.");
            return markup;
        }
    }

    // One sign of the list anywhere is enough.
    public static bool IsValidName(string name) => Regex.IsMatch(name, "[A-Za-z0-9_]+"); //@true GB8003

    public static bool IsSafeFileName(string name) //@true GB8003
    {
        if (name.Length == 0)
            return false;
        return Regex.IsMatch(name, @"\w+", RegexOptions.CultureInvariant);
    }

    // Not in a method that says so; the variable does.
    public string Open(string name)
    {
        var safeName = name.Replace("../", ""); //@true GB8003
        return File.ReadAllText(Path.Combine("uploads", safeName));
    }

    public static string ScrubExpression(string template) => template.Replace("{{", ""); //@near GB8003

    public static string DefangMail(string text) //@true GB8003
    {
        var result = text.Replace("onerror", "");
        result = result.Replace("onload", "");
        return result;
    }
}
