using System.Collections;
using System.Globalization;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Reads a pattern of .NET into <see cref="RegexNode"/>s. What it does not know it takes for a place that may fail.</summary>
internal sealed class RegexText
{
    private const int Deepest = 40;
    private readonly string _text;
    private readonly bool _skipsSpace;
    private int _at;

    private RegexText(string text, bool skipsSpace) => (_text, _skipsSpace) = (text, skipsSpace);

    /// <summary>Reads it; null where it is no pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="skipsSpace">Whether white space and comments stand for nothing.</param>
    public static RegexNode? Read(string text, bool skipsSpace)
    {
        var reader = new RegexText(text, skipsSpace);
        var node = reader.Choice(0);
        return reader._at == text.Length ? node : null;
    }

    private bool IsOver => _at >= _text.Length;

    private RegexNode Choice(int depth)
    {
        var branches = new List<RegexNode> { Sequence(depth) };
        while (!IsOver && _text[_at] == '|')
        {
            _at++;
            branches.Add(Sequence(depth));
        }

        return branches.Count == 1 ? branches[0] : new RegexNode.Choice(branches);
    }

    private RegexNode Sequence(int depth)
    {
        var parts = new List<RegexNode>();
        while (!IsOver && _text[_at] is not ('|' or ')'))
        {
            if (_skipsSpace && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '#'))
            {
                Skip();
                continue;
            }

            var start = _at;
            if (Atom(depth) is { } atom)
                parts.Add(Quantified(atom, start));
        }

        return parts.Count == 1 ? parts[0] : new RegexNode.Sequence(parts);
    }

    private void Skip()
    {
        if (_text[_at] == '#')
        {
            while (!IsOver && _text[_at] != '\n')
                _at++;
        }
        else
        {
            _at++;
        }
    }

    private RegexNode? Atom(int depth)
    {
        switch (_text[_at++])
        {
            case '(' when depth < Deepest:
                return Group(depth + 1);
            case '[':
                return new RegexNode.Leaf(Class());
            case '.':
                var any = new BitArray(RegexNode.Characters, true);
                any['\n'] = false;
                return new RegexNode.Leaf(any);
            case '^':
                return new RegexNode.Place(false);
            case '$':
                return new RegexNode.Place(true);
            case '\\' when !IsOver:
                return Escape();
            case var plain:
                return new RegexNode.Leaf(Only(plain));
        }
    }

    private RegexNode? Group(int depth)
    {
        var (isAtomic, isLook) = (false, false);
        if (!IsOver && _text[_at] == '?')
        {
            var start = _at;
            if (At("?#"))
            {
                while (!IsOver && _text[_at] != ')')
                    _at++;
                _at++;
                return null;
            }

            isAtomic = At("?>");
            isLook = At("?=") || At("?!") || At("?<=") || At("?<!");
            if (_at == start)
                SkipName();
        }

        if (!IsOver && _text[_at] == ')' && _at > 0 && _text[_at - 1] != '(' && !isAtomic && !isLook)
        {
            _at++; // `(?i)`
            return null;
        }

        var inner = Choice(depth);
        if (!IsOver)
            _at++;
        return isLook ? new RegexNode.Place(true) : isAtomic ? new RegexNode.Atomic(inner) : inner;
    }

    // `?:`, `?<name>`, `?'name'`, `?i:`; `?i` alone ends at the bracket.
    private void SkipName()
    {
        _at++;
        var close = !IsOver && _text[_at] == '<' ? '>' : !IsOver && _text[_at] == '\'' ? '\'' : ':';
        if (close != ':')
            _at++;
        while (!IsOver && _text[_at] != close && _text[_at] != ')')
            _at++;
        if (!IsOver && _text[_at] == close)
            _at++;
    }

    private bool At(string start)
    {
        if (string.CompareOrdinal(_text, _at, start, 0, start.Length) != 0)
            return false;
        _at += start.Length;
        return true;
    }

    private RegexNode Escape()
    {
        var escaped = _text[_at++];
        switch (escaped)
        {
            case 'b' or 'B' or 'A' or 'Z' or 'z' or 'G':
                return new RegexNode.Place(escaped != 'A' && escaped != 'G');
            case 'k' or (>= '1' and <= '9'):
                if (escaped == 'k')
                    SkipTo('>');
                return new RegexNode.Place(true);
            default:
                return new RegexNode.Leaf(Escaped(escaped));
        }
    }

    private void SkipTo(char end)
    {
        while (!IsOver && _text[_at] != end)
            _at++;
        _at = Math.Min(_text.Length, _at + 1);
    }

    private BitArray Escaped(char escaped)
    {
        switch (escaped)
        {
            case 'd' or 'D':
                return Where(char.IsDigit, escaped == 'D', otherIs: escaped == 'D');
            case 'w' or 'W':
                return Where(static c => char.IsLetterOrDigit(c) || c == '_', escaped == 'W', otherIs: true);
            case 's' or 'S':
                return Where(char.IsWhiteSpace, escaped == 'S', otherIs: true);
            case 'p' or 'P':
                SkipTo('}');
                return Where(char.IsLetter, escaped == 'P', otherIs: true);
            case 'x' or 'u' or 'c':
                var length = escaped == 'x' ? 2 : escaped == 'u' ? 4 : 1;
                var code = _at + length <= _text.Length && int.TryParse(_text.Substring(_at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : 128;
                _at = Math.Min(_text.Length, _at + length);
                return Only((char)Math.Min(code, 128));
            default:
                return Only(escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'f' => '\f', 'v' => '\v', 'a' => '\a', 'e' => '\x1b', '0' => '\0', _ => escaped });
        }
    }

    private BitArray Class()
    {
        var set = new BitArray(RegexNode.Characters);
        var isNegated = !IsOver && _text[_at] == '^';
        if (isNegated)
            _at++;
        for (var isFirst = true; !IsOver && (isFirst || _text[_at] != ']'); isFirst = false)
        {
            var from = _text[_at++];
            if (from == '\\' && !IsOver)
            {
                set.Or(Escaped(_text[_at++]));
                continue;
            }

            if (from == '-' && !IsOver && _text[_at] == '[')
            {
                _at++;
                set.And(Class().Not()); // what is taken away again
                continue;
            }

            var to = from;
            if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] is not (']' or '['))
            {
                to = _text[_at + 1];
                _at += 2;
                if (to == '\\' && !IsOver)
                    to = _text[_at++];
            }

            for (int c = from; c <= to && c < RegexNode.Characters; c++)
                set[c] = true;
            if (to >= RegexNode.Characters)
                set[RegexNode.Characters - 1] = true;
        }

        if (!IsOver)
            _at++;
        return isNegated ? set.Not() : set;
    }

    private RegexNode Quantified(RegexNode atom, int start)
    {
        while (!IsOver)
        {
            var (min, isEndless) = (1, false);
            switch (_text[_at])
            {
                case '*':
                    (min, isEndless) = (0, true);
                    break;
                case '+':
                    isEndless = true;
                    break;
                case '?':
                    min = 0;
                    break;
                case '{' when Braces() is { } braces:
                    (min, isEndless, _at) = (braces.Min, braces.IsEndless, braces.End - 1);
                    break;
                default:
                    return atom;
            }

            _at++;
            if (!IsOver && _text[_at] == '?')
                _at++; // lazy
            atom = new RegexNode.Loop(atom, min == 0, isEndless, _text.Substring(start, _at - start));
        }

        return atom;
    }

    // `{2,}` and `{2,9}`; anything else is a plain brace.
    private (int Min, bool IsEndless, int End)? Braces()
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0)
            return null;
        var numbers = _text.Substring(_at + 1, end - _at - 1).Split(',');
        return numbers.Length <= 2 && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min) && (numbers.Length == 1 || numbers[1].Length == 0 || int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? (min, numbers.Length == 2 && numbers[1].Length == 0, end + 1) : null;
    }

    private static BitArray Only(char character)
    {
        var set = new BitArray(RegexNode.Characters);
        set[Math.Min((int)character, RegexNode.Characters - 1)] = true;
        return set;
    }

    private static BitArray Where(Func<char, bool> has, bool isNegated, bool otherIs)
    {
        var set = new BitArray(RegexNode.Characters);
        for (var c = 0; c < RegexNode.Characters - 1; c++)
            set[c] = has((char)c) != isNegated;
        set[RegexNode.Characters - 1] = otherIs;
        return set;
    }
}
