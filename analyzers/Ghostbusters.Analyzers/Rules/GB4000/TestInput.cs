using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Tells literals that are one instance of an input (an order number, an address, a sentence) from those that name a kind.</summary>
internal static class TestInput
{
    // Names of algorithms, encodings, versions and formats have digits, too.
    private static readonly Regex Technical = new(
        @"yyyy|HH:mm|^(sha|md|utf|iso|win|x|h|aes|rsa|hmac|es|rs|hs|ps|cp|windows|ipv|http|tls|ssl|net|netcoreapp|netstandard|base|int|uint|float|crc|ed|p|k|v|vp|mp|ascii|us-ascii|ansi|rfc|c|f|n|d|e|g)[-_./ ]?\d|\d{3,4}p$|^\d+(\.\d+)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly string[] CodeWords = ["code", "status", "port", "version", "year", "error", "result", "type", "kind", "level", "mode", "message", "msg", "month", "day", "hour", "char", "opcode", "token", "key", "event", "size", "width", "height", "length", "dpi", "flag", "command"];

    /// <summary>The literal's value, the same for equal values however they are written; null where it is none that can be compared.</summary>
    public static string? ValueOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => "\"" + text.Token.ValueText,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number => Number(number, ""),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => "true",
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => "false",
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax operand } => Number(operand, "-"),
        _ => null,
    };

    /// <summary>Whether the value is one instance, seen under the name of what it is compared with.</summary>
    public static bool IsInstance(string value, string name) => value[0] == '"' ? IsText(value.Substring(1)) : IsNumber(value, name);

    /// <summary>Whether a value says so little that it occurs everywhere.</summary>
    public static bool IsTrivial(string value) => value is "0" or "1" or "-1" or "2" or "10" or "100" or "true" or "false" or "\"";

    private static string Number(LiteralExpressionSyntax literal, string sign) =>
        literal.Token.Value is IConvertible number and not string and not char
            ? sign + (number is double or float ? number.ToDouble(CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : (number.ToDecimal(CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)) : "0";

    private static bool IsText(string text)
    {
        if (text.Length is < 5 or > 120 || text[0] is '.' or '-' or '$' or '#' or '@' or '/' or '_' or '<' or '[' || text.IndexOfAny(['{', '}', '%', '\\', '*', '/', '<', '=', '\n', '\t']) >= 0 || Technical.IsMatch(text))
            return false;
        var (digits, letters) = (text.Count(char.IsDigit), text.Count(char.IsLetter));
        var at = text.IndexOf('@');
        return (at > 0 && text.IndexOf('.', at) > 0) || (letters > 3 && text.Trim().IndexOf(' ') > 0) || (digits >= 3 && letters >= 1) || (digits >= 6 && digits + text.Count(static c => c is '-' or ' ' or '.') == text.Length);
    }

    private static bool IsNumber(string value, string name)
    {
        if (PascalWords.Of(name).Any(w => CodeWords.Contains(w.ToLowerInvariant())) || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        if (number != decimal.Truncate(number))
            return value.Length - value.IndexOf('.') > 2;
        var size = Math.Abs(number);
        if (size is < 101 or > long.MaxValue || size % 10 == 0 || size is 365 or 366 or 127 or 255 or 999 or 9999 or 65535 or (>= 1582 and <= 2200))
            return false;
        var whole = (ulong)size;
        return (whole & (whole - 1)) != 0 && ((whole + 1) & whole) != 0;
    }
}
