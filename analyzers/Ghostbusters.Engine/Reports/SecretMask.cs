using System.Buffers;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Engine.Reports;

/// <summary>
/// Takes secrets out of a result before anything is written. Whatever a hard-coded secret (GB8205) was found in is
/// masked in its own excerpt, and its text and its value wherever else in the result they stand: a neighbour's excerpt
/// shows the same lines.
/// </summary>
/// <remarks>
/// Implementation note: a mask has the length of what it hides, so that columns and underlines stay right. Wherever the
/// excerpt cannot be read for certain (it starts or ends inside a literal), all of it is masked: too much rather than too little.
/// </remarks>
internal static class SecretMask
{
    private const string SecretRule = "GB8205";

    // Shorter texts occur everywhere by chance; they are masked only where the secret itself stands.
    private const int ShortestSoughtEverywhere = 4;

    public static AnalysisResult Apply(AnalysisResult result)
    {
        if (!result.Findings.Any(IsSecret))
            return result;

        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in result.Findings.Where(IsSecret))
            Collect(finding, secrets);
        var known = new KnownSecrets(secrets.Where(static s => s.Trim().Length >= ShortestSoughtEverywhere));
        return result with
        {
            Target = known.Mask(result.Target),
            Findings = [.. result.Findings.Select(f => Mask(f, known))],
            // A patch whose context shows a secret is still worth reading, though it no longer applies.
            RecoveryActions = [.. result.RecoveryActions.Select(a => a with { Description = known.Mask(a.Description), Patch = a.Patch is { } patch ? known.Mask(patch) : null })],
            Notices = [.. result.Notices.Select(n => n with { Subject = known.Mask(n.Subject), Reason = known.Mask(n.Reason), Remedy = known.Mask(n.Remedy) })],
        };
    }

    private static bool IsSecret(Finding finding) => finding.RuleId == SecretRule;

    private static void Collect(Finding finding, HashSet<string> secrets)
    {
        var text = TextOf(finding.Excerpt);
        var range = RangeIn(text, finding);
        // The range is read by itself: it starts at a token, and the excerpt may start inside a literal.
        var found = Literals(text[range.Start..range.End]).ToList();
        foreach (var literal in found.Concat(Literals(finding.Claim ?? "")))
        {
            secrets.UnionWith(PartsOf(literal.Content));
            secrets.UnionWith(PartsOf(literal.Value));
        }

        // No literal there, or half of one: the secret stands in a comment or in the middle of a text.
        if (found.Count == 0 || found.Any(static l => !l.IsClosed))
            secrets.UnionWith(WordsLikeSecrets(text[range.Start..range.End]));
    }

    // The parts that can stand alone elsewhere: the lines of a raw string, what stands between an interpolated one's holes.
    private static IEnumerable<string> PartsOf(string literal) =>
        literal.Split('\n').Append(literal).SelectMany(static line => line.Split('{', '}').Append(line)).Select(static part => part.Trim());

    private static IEnumerable<string> WordsLikeSecrets(string text) =>
        text.Split([' ', '\t', '\n', '"', '\'', '(', ')', ',', ';', '='], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => word.Length >= ShortestSoughtEverywhere * 2 && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter));

    private static Finding Mask(Finding finding, KnownSecrets known) => finding with
    {
        Message = known.Mask(finding.Message),
        Claim = finding.Claim is { } claim ? known.Mask(IsSecret(finding) ? MaskLiterals(claim) : claim) : null,
        Evidence = known.Mask(finding.Evidence),
        EvidenceSteps = [.. finding.EvidenceSteps.Select(known.Mask)],
        Excerpt = finding.Excerpt with { Lines = [.. (IsSecret(finding) ? MaskExcerpt(finding) : finding.Excerpt.Lines).Select(known.Mask)] },
        Suppression = finding.Suppression is { Reason: { } reason } ? new Suppression(known.Mask(reason)) : finding.Suppression,
    };

    private static string MaskLiterals(string text)
    {
        var hidden = new StringBuilder(text);
        foreach (var literal in Literals(text))
            Hide(hidden, literal.Start, literal.End);
        return hidden.ToString();
    }

    private static IEnumerable<string> MaskExcerpt(Finding finding)
    {
        var text = TextOf(finding.Excerpt);
        var literals = Literals(text).ToList();
        var hidden = new StringBuilder(text);
        var range = RangeIn(text, finding);
        var own = Literals(text[range.Start..range.End]).ToList();
        if (literals.Any(static l => !l.IsClosed))
            Hide(hidden, 0, text.Length);
        else if (own.Count == 0)
            Hide(hidden, range.Start, range.End);
        foreach (var literal in literals)
            Hide(hidden, literal.Start, literal.End);
        foreach (var literal in own)
            Hide(hidden, range.Start + literal.Start, range.Start + literal.End);
        return hidden.ToString().Split('\n').Take(finding.Excerpt.Lines.Length);
    }

    private static void Hide(StringBuilder text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                text[i] = '*';
        }
    }

    private static string TextOf(Excerpt excerpt) => string.Join('\n', excerpt.Lines);

    private static (int Start, int End) RangeIn(string text, Finding finding)
    {
        var range = finding.Location.Range;
        var start = OffsetOf(text, range.StartLine - finding.Excerpt.FirstLine, range.StartColumn);
        var end = OffsetOf(text, range.EndLine - finding.Excerpt.FirstLine, range.EndColumn);
        return (Math.Min(start, end), Math.Max(start, end));
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var offset = 0;
        for (; line > 0 && text.IndexOf('\n', offset) is >= 0 and var next; line--)
            offset = next + 1;
        return Math.Clamp(line < 0 ? 0 : offset + column - 1, 0, text.Length);
    }

    // The compiler's own lexer decides what is a literal: verbatim, raw and interpolated strings are not for a regex.
    private static IEnumerable<Literal> Literals(string text)
    {
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            var first = token.Text.AsSpan().IndexOfAny('"', '\'');
            if (first < 0)
                continue;

            var quote = token.Text[first];
            var start = first + token.Text.AsSpan(first).IndexOfAnyExcept(quote) is var skip && skip >= first ? skip : token.Text.Length;
            var last = token.Text.LastIndexOf(quote);
            var end = last >= start ? last : token.Text.Length;
            while (end > start && token.Text[end - 1] == quote)
                end--;
            yield return new(token.SpanStart + Math.Min(start, end), token.SpanStart + end, token.Text[Math.Min(start, end)..end], token.ValueText, !token.ContainsDiagnostics);
        }
    }

    private readonly record struct Literal(int Start, int End, string Content, string Value, bool IsClosed);

    /// <summary>Finds any of many texts in one pass.</summary>
    private sealed class KnownSecrets(IEnumerable<string> secrets)
    {
        private readonly string[] longestFirst = [.. secrets.OrderByDescending(static s => s.Length).ThenBy(static s => s, StringComparer.Ordinal)];
        private SearchValues<string>? any;

        public string Mask(string text)
        {
            if (longestFirst.Length == 0)
                return text;

            any ??= SearchValues.Create(longestFirst, StringComparison.Ordinal);
            StringBuilder? hidden = null;
            for (var from = 0; text.AsSpan(from).IndexOfAny(any) is >= 0 and var next;)
            {
                from += next;
                var match = longestFirst.First(s => text.AsSpan(from).StartsWith(s, StringComparison.Ordinal));
                hidden ??= new StringBuilder(text);
                Hide(hidden, from, from + match.Length);
                // Not past the match: another secret may start inside it.
                from++;
            }

            return hidden?.ToString() ?? text;
        }
    }
}
