using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>A sentence that calls something finished.</summary>
/// <param name="Text">The sentence, without list and check marks.</param>
/// <param name="Source">Where it stands, in words: <c>README.md line 12</c>, <c>its documentation</c>.</param>
internal sealed record DoneClaim(string Text, string Source)
{
    // Documents are prose: what is longer is data.
    private const int LongestDocument = 256 * 1024;
    private const int MostDocuments = 64;
    private const int LongestLine = 240;

    private static readonly Regex Box = new(@"^\s*(?:[-*+]|\d+\.)\s+\[[xX✓✔]\]\s+(?<text>.+)$", RegexOptions.CultureInvariant, OwnPattern.Patience);
    private static readonly Regex Mark = new(@"^\s*(?:[-*+|]\s*)?(?:✅|✔️?|☑️?|:white_check_mark:|:heavy_check_mark:)\s*(?<text>.+)$", RegexOptions.CultureInvariant, OwnPattern.Patience);
    private static readonly Regex Row = new(@"^\s*\|\s*(?<text>[^|]+?)\s*(?=\|).*(?:✅|✔|☑|:white_check_mark:|\|\s*(?:done|complete|completed|implemented|finished|shipped)\s*\|)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);
    private static readonly Regex Entry = new(@"^\s*[-*+]\s+(?<text>.+)$", RegexOptions.CultureInvariant, OwnPattern.Patience);
    private static readonly Regex EntryVerb = new(@"^(\*\*)?(add(s|ed)?|implement(s|ed)?|introduc(e|es|ed)|finish(es|ed)?|complete[sd]?|support(s|ed)?|new)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);
    private static readonly Regex Contribution = new("contribut|pull request|template|checklist for", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);
    private static readonly Regex Plans = new(
        @"\b(planned|plans?|todo|to do|backlog|unreleased|upcoming|future|next|ideas?|limitations?|known issues?|removed|deprecated|contribut\w*|pull requests?|template|removals|not (yet )?implemented|missing|wishlist|changed|fixed|security)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, OwnPattern.Patience);

    /// <summary>What the documents beside the code call finished.</summary>
    public static IReadOnlyList<DoneClaim> In(IEnumerable<AdditionalText> documents, CancellationToken cancellation)
    {
        var claims = new List<DoneClaim>();
        foreach (var document in documents.Where(static d => d.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).Take(MostDocuments))
        {
            if (document.GetText(cancellation) is { Length: <= LongestDocument } text)
                claims.AddRange(In(text, document.Path.Split('/', '\\').Last()));
        }

        return claims;
    }

    /// <summary>The sentence of a member's own documentation that calls it finished; null where there is none.</summary>
    public static DoneClaim? OfDocumentation(SyntaxNode member)
    {
        foreach (var trivia in member.GetLeadingTrivia())
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia))
                continue;
            var prose = Regex.Replace(trivia.ToString(), @"^\s*(///|/?\*+/?)", " ", RegexOptions.Multiline, OwnPattern.Patience);

            // A sentence that points elsewhere is about what is there.
            var sentences = Regex.Split(Regex.Replace(prose, @"<(see|seealso|inheritdoc|paramref)\b[^>]*>", " \u0001 ", RegexOptions.None, OwnPattern.Patience), @"(?<=[.!?])\s|</?\w+[^>]*>|\n\s*\n");
            var claim = sentences.Select(static s => Regex.Replace(s, @"\s+", " ").Trim())
                .FirstOrDefault(static s => s.Length > 3 && s.IndexOf('\u0001') < 0 && DoneWords.CallFinished(s));
            if (claim is not null)
                return new DoneClaim(claim.TrimEnd('.'), "its documentation");
        }

        return null;
    }

    private static IEnumerable<DoneClaim> In(SourceText text, string name)
    {
        var isChangelog = name.StartsWith("CHANGE", StringComparison.OrdinalIgnoreCase) || name.StartsWith("HISTORY", StringComparison.OrdinalIgnoreCase) || name.StartsWith("RELEASE", StringComparison.OrdinalIgnoreCase);
        var (isFenced, isContribution, plans) = (false, false, 0);
        foreach (var line in text.Lines)
        {
            if (line.Span.Length is 0 or > LongestLine)
                continue;
            var content = line.ToString();
            var trimmed = content.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
                isFenced = !isFenced;
            if (isFenced)
                continue;
            if (trimmed.StartsWith("#", StringComparison.Ordinal))
            {
                // "Added" below "Unreleased" is unreleased, too.
                var level = trimmed.TakeWhile(static c => c == '#').Count();
                if (plans == 0 || level <= plans)
                    plans = Plans.IsMatch(content) ? level : 0;
                isContribution = Contribution.IsMatch(content);
                continue;
            }

            if (!isContribution && ClaimOf(content, plans > 0, isChangelog) is { } claim && !DoneWords.AreReserved(claim))
                yield return new DoneClaim(claim, $"{name} line {line.LineNumber + 1}");
        }
    }

    // A ticked box is ticked in any section, even in a list of plans.
    private static string? ClaimOf(string line, bool isPlanned, bool isChangelog)
    {
        if (Box.Match(line) is { Success: true } box)
            return Clean(box);
        if (isPlanned)
            return null;
        if (Mark.Match(line) is { Success: true } mark)
            return Clean(mark);
        if (Row.Match(line) is { Success: true } row)
            return Clean(row);
        return Entry.Match(line) is { Success: true } entry && (DoneWords.CallFinished(line) || (isChangelog && EntryVerb.IsMatch(entry.Groups["text"].Value))) ? Clean(entry) : null;
    }

    private static string Clean(Match match) => match.Groups["text"].Value.Replace("**", "").Trim().TrimEnd('.', '|').Trim();
}
