using System.Text;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>Replaces <c>$(Name)</c>, <c>$(Name.Method(…))</c> and <c>$([Type]::Method(…))</c> in the texts of a project file.</summary>
/// <param name="property">The value of a property; the empty string where it has none.</param>
/// <param name="functions">What <c>$([Type]::Method(…))</c> calls.</param>
internal sealed class Expansion(Func<string, string> property, PropertyFunctions functions)
{
    private const int MaximumLength = 1 << 20;
    private const int MaximumDepth = 50;

    private readonly SortedSet<string> _unsupported = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>The expressions that were met and taken as empty.</summary>
    public IReadOnlyCollection<string> Unsupported => _unsupported;

    public string Expand(string text)
    {
        if (!text.Contains("$(")) return Unescape(text);
        if (++_depth > MaximumDepth)
        {
            _depth--;
            return NotSupported(text);
        }
        var result = new StringBuilder();
        for (var at = 0; at < text.Length && result.Length < MaximumLength;)
        {
            var open = text.IndexOf("$(", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : ClosingParenthesis(text, open + 1);
            if (close < 0)
            {
                result.Append(text, at, text.Length - at);
                break;
            }
            result.Append(text, at, open - at).Append(Evaluate(text[(open + 2)..close]));
            at = close + 1;
        }
        _depth--;
        return Unescape(result.Length > MaximumLength ? result.ToString(0, MaximumLength) : result.ToString());
    }

    /// <summary>The index of the parenthesis that closes the one at <paramref name="open"/>; −1 where there is none.</summary>
    public static int ClosingParenthesis(string text, int open)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = open; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (depth > 0 && c is '\'' or '"' or '`' && i > open) quote = c;
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0) return i;
        }
        return -1;
    }

    private string Evaluate(string expression)
    {
        expression = expression.Trim();
        string value;
        int at;
        if (expression.StartsWith('['))
        {
            var end = expression.IndexOf("]::", StringComparison.Ordinal);
            if (end < 0) return NotSupported(expression);
            at = end + 3;
            var method = Identifier(expression, ref at);
            if (Arguments(expression, ref at) is not { } arguments || functions.Call(expression[1..end], method, arguments) is not { } result)
                return NotSupported(expression);
            value = result;
        }
        else
        {
            at = 0;
            value = property(Identifier(expression, ref at));
        }
        while (at < expression.Length)
        {
            if (expression[at++] != '.') return NotSupported(expression);
            var member = Identifier(expression, ref at);
            if (Arguments(expression, ref at) is not { } arguments || PropertyFunctions.CallMember(value, member, arguments) is not { } result)
                return NotSupported(expression);
            value = result;
        }
        return value;
    }

    private string NotSupported(string expression)
    {
        _unsupported.Add(expression.Length > 120 ? expression[..120] + "…" : expression);
        return "";
    }

    private static string Identifier(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
            at++;
        return text[start..at];
    }

    private string[]? Arguments(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '(') return [];
        var close = ClosingParenthesis(text, at);
        if (close < 0) return null;
        var inner = text[(at + 1)..close];
        at = close + 1;
        return inner.Trim().Length == 0 ? [] : [.. Split(inner).Select(argument => Expand(Unquote(argument.Trim())))];
    }

    private static List<string> Split(string arguments)
    {
        var parts = new List<string>();
        int start = 0, depth = 0;
        var quote = '\0';
        for (var i = 0; i < arguments.Length; i++)
        {
            var c = arguments[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' or '`') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ',' && depth == 0)
            {
                parts.Add(arguments[start..i]);
                start = i + 1;
            }
        }
        parts.Add(arguments[start..]);
        return parts;
    }

    private static string Unquote(string text) =>
        text.Length >= 2 && text[0] is '\'' or '"' or '`' && text[^1] == text[0] ? text[1..^1] : text;

    // MSBuild's %XX, such as %3B for a semicolon that does not separate.
    private static string Unescape(string text)
    {
        if (!text.Contains('%')) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                result.Append((char)Convert.ToInt32(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
