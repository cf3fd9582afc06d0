using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// <c>primaryLocationLineHash</c> of every line of one file, as GitHub's code scanning computes it: a rolling hash of the
/// first 100 characters from the start of the line, without spaces and tabs and with every line end as LF, then a colon and
/// which of the lines with this hash it is.
/// </summary>
/// <remarks>
/// Source: src/fingerprints.ts of github/codeql-action. That reads bytes, so a byte order mark belongs to the first line;
/// here it is taken to be there where the text's encoding is UTF-8 with a mark.
/// </remarks>
public sealed class LineHashes
{
    private const int WindowLength = 100;
    private const ulong Multiplier = 37;
    private const char EndOfFile = '\uffff';
    private static readonly ulong MultiplierOfOldest = Power(Multiplier, WindowLength);

    private readonly char[] _window = new char[WindowLength];
    private readonly int[] _lineStartingAt = new int[WindowLength];
    private readonly Dictionary<ulong, int> _timesSeen = [];
    private readonly List<(ulong Hash, int Occurrence)> _lines = [];
    private ulong _hash;
    private int _position;
    private int _line;
    private bool _atLineStart = true;
    private bool _afterCarriageReturn;

    private LineHashes()
    {
    }

    /// <summary>The hash of a line, such as <c>c129715d7a2bc9a3:1</c>.</summary>
    /// <param name="oneBasedLine">
    /// Only CR, LF and CR LF end a line. A number past the last line, which C#'s rarer line ends (U+0085, U+2028, U+2029) can
    /// lead to, gives the last line's hash.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below one.</exception>
    public string this[int oneBasedLine]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(oneBasedLine, 1);
            var (hash, occurrence) = _lines[Math.Min(oneBasedLine, _lines.Count) - 1];
            return string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{occurrence}");
        }
    }

    /// <summary>Hashes a file in one pass.</summary>
    public static LineHashes Of(SourceText text)
    {
        var hashes = new LineHashes();
        if (text.Encoding is UTF8Encoding { Preamble.Length: > 0 })
            hashes.Read('\ufeff');

        var buffer = new char[4096];
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            foreach (var character in buffer.AsSpan(0, count))
                hashes.Read(character);
        }

        hashes.Read(EndOfFile);
        hashes.Flush();
        return hashes;
    }

    private void Read(char character)
    {
        var endsCrLf = _afterCarriageReturn && character == '\n';
        _afterCarriageReturn = character == '\r';
        if (character is ' ' or '\t' || endsCrLf)
            return;

        if (character == '\r')
            character = '\n';

        EmitLineLeavingWindow();
        if (_atLineStart)
            _lineStartingAt[_position] = ++_line;
        _atLineStart = character == '\n';
        Push(character);
    }

    private void Flush()
    {
        for (var i = 0; i < WindowLength; i++)
        {
            EmitLineLeavingWindow();
            Push('\0');
        }
    }

    /// <summary>The window now holds exactly the 100 characters from the start of the line that is about to leave it.</summary>
    private void EmitLineLeavingWindow()
    {
        if (_lineStartingAt[_position] == 0)
            return;

        var occurrence = _timesSeen.GetValueOrDefault(_hash) + 1;
        _timesSeen[_hash] = occurrence;
        _lines.Add((_hash, occurrence));
        _lineStartingAt[_position] = 0;
    }

    private void Push(char character)
    {
        _hash = unchecked(Multiplier * _hash + character - MultiplierOfOldest * _window[_position]);
        _window[_position] = character;
        _position = (_position + 1) % WindowLength;
    }

    private static ulong Power(ulong value, int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
            power = unchecked(power * value);
        return power;
    }
}
