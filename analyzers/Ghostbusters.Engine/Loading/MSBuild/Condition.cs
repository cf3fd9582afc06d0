using System.Globalization;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>
/// The conditions of project files: <c>and</c>, <c>or</c>, <c>!</c>, parentheses, <c>== != &lt; &lt;= &gt; &gt;=</c>,
/// <c>Exists('…')</c> and <c>HasTrailingSlash('…')</c>.
/// </summary>
internal sealed class Condition
{
    private const int MaximumDepth = 100;

    private readonly string _text;
    private readonly Func<string, string> _expand;
    private readonly Func<string, bool> _exists;
    private int _at;
    private int _depth;

    private Condition(string text, Func<string, string> expand, Func<string, bool> exists) =>
        (_text, _expand, _exists) = (text, expand, exists);

    /// <summary>Evaluates a condition; an empty one holds.</summary>
    /// <returns>Null where the text is not of the supported subset.</returns>
    public static bool? Evaluate(string? text, Func<string, string> expand, Func<string, bool> exists)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        var condition = new Condition(text, expand, exists);
        var holds = condition.Or();
        return condition.Peek() == '\0' ? holds : null;
    }

    // Null is "not understood"; it is kept even where the other side would decide, so that nothing wrong passes in silence.
    private bool? Or()
    {
        var left = And();
        while (TakeWord("or"))
            left = And() is { } right && left is { } known ? known || right : null;
        return left;
    }

    private bool? And()
    {
        var left = Not();
        while (TakeWord("and"))
            left = Not() is { } right && left is { } known ? known && right : null;
        return left;
    }

    private bool? Not()
    {
        if (++_depth > MaximumDepth) return null;
        try
        {
            if (Peek() == '!' && !_text.AsSpan(_at).StartsWith("!="))
            {
                _at++;
                return !Not();
            }
            if (Peek() != '(') return Comparison();
            _at++;
            var inner = Or();
            return Take(")") ? inner : null;
        }
        finally
        {
            _depth--;
        }
    }

    private bool? Comparison()
    {
        if (Operand() is not { } left) return null;
        if (Take("==")) return Operand() is { } right ? AreEqual(left, right) : null;
        if (Take("!=")) return Operand() is { } right ? !AreEqual(left, right) : null;
        if (Take("<=")) return Ordered(left, static order => order <= 0);
        if (Take(">=")) return Ordered(left, static order => order >= 0);
        if (Take("<")) return Ordered(left, static order => order < 0);
        if (Take(">")) return Ordered(left, static order => order > 0);
        return AsBoolean(left);
    }

    private bool? Ordered(string left, Func<int, bool> holds) =>
        Operand() is { } right && Order(left, right) is { } order ? holds(order) : null;

    private string? Operand()
    {
        switch (Peek())
        {
            case '\'':
                var close = ClosingQuote(_at + 1);
                if (close < 0) return null;
                var quoted = _text[(_at + 1)..close];
                _at = close + 1;
                return _expand(quoted);
            case '$' or '@' or '%' when _at + 1 < _text.Length && _text[_at + 1] == '(':
                var end = Expansion.ClosingParenthesis(_text, _at + 1);
                if (end < 0) return null;
                var reference = _text[_at..(end + 1)];
                _at = end + 1;
                return _expand(reference);
        }
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_' or '-'))
            _at++;
        if (_at == start) return null;
        var word = _text[start.._at];
        return Peek() == '(' ? Function(word) : word;
    }

    private string? Function(string name)
    {
        _at++;
        if (Operand() is not { } argument || !Take(")")) return null;
        if (name.Equals("Exists", StringComparison.OrdinalIgnoreCase))
            return _exists(argument) ? "true" : "false";
        if (name.Equals("HasTrailingSlash", StringComparison.OrdinalIgnoreCase))
            return argument.EndsWith('/') || argument.EndsWith('\\') ? "true" : "false";
        return null;
    }

    // A quote inside $( … ) belongs to a property function, not to the condition.
    private int ClosingQuote(int from)
    {
        for (var i = from; i < _text.Length; i++)
        {
            if (_text[i] == '\'') return i;
            if (_text[i] != '$' || i + 1 >= _text.Length || _text[i + 1] != '(') continue;
            var end = Expansion.ClosingParenthesis(_text, i + 1);
            if (end < 0) return -1;
            i = end;
        }
        return -1;
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private bool Take(string token)
    {
        Peek();
        if (!_text.AsSpan(_at).StartsWith(token)) return false;
        _at += token.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        Peek();
        if (!_text.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        var end = _at + word.Length;
        if (end < _text.Length && char.IsLetterOrDigit(_text[end])) return false;
        _at = end;
        return true;
    }

    private static bool AreEqual(string left, string right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase)
        || (Number(left) is { } a && Number(right) is { } b && a == b)
        || (AsBoolean(left) is { } p && AsBoolean(right) is { } q && p == q);

    private static int? Order(string left, string right)
    {
        if (Number(left) is { } a && Number(right) is { } b) return a.CompareTo(b);
        return AsVersion(left) is { } v && AsVersion(right) is { } w ? v.CompareTo(w) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Version? AsVersion(string text) =>
        Version.TryParse(text.TrimStart('v', 'V') is var digits && digits.Contains('.') ? digits : digits + ".0", out var version) ? version : null;

    private static bool? AsBoolean(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "on" or "yes" => true,
        "false" or "off" or "no" => false,
        _ => null,
    };
}
