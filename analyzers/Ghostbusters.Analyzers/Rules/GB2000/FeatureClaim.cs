using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The sentence that offers a member: its own summary, or a line of a document that calls it done.</summary>
internal static class FeatureClaim
{
    // Who says that nobody calls it yet, or who does, has told the truth.
    private static readonly Regex Reserve = new(
        @"\b(un)?used\b|\breserved\b|\btests?\b|\btesting\b|\bbenchmarks?\b|\bdebug(ger|ging)?\b|\bobsolete\b|\bdeprecated\b|\blegacy\b|\bcompatib\w*|\bextension points?\b|\bhooks?\b|\bplug-?ins?\b|\bscripts?\b|\breflection\b"
        + @"|\bserializ\w*|\bdeserializ\w*|\bbindings?\b|\bdesign[- ]time\b|\bnot (yet )?(called|wired|exposed|supported|implemented)\b|\btodo\b|\bfuture\b|\bplanned\b|\bexperimental\b|\bstub\b|\bplaceholder\b|\bexample\b|\bsample\b|\binterop\b|\bby (the )?(framework|runtime|host|compiler|designer)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <summary>What the documents call done and is about the member; null where there is nothing.</summary>
    public static DoneClaim? OfDocument(ISymbol member, IReadOnlyList<DoneClaim> claims) =>
        claims.Count == 0 ? null : ClaimedMember.Among(claims, member.ContainingType?.Name ?? member.Name, member.Name);

    /// <summary>The first sentence of its own summary; null where it has none, or where its documentation takes the offer back.</summary>
    public static DoneClaim? OfDocumentation(ISymbol member, CancellationToken cancellation)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var trivia = reference.GetSyntax(cancellation).GetLeadingTrivia();
            if (trivia.Any(static t => IsComment(t) && Reserve.IsMatch(t.ToFullString())))
                return null;
            var summary = trivia.Select(static t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().SelectMany(static d => d.Content.OfType<XmlElementSyntax>())
                .FirstOrDefault(static e => e.StartTag.Name.LocalName.ValueText == "summary");
            if (summary is not null && Sentence(summary) is { Length: > 3 } sentence)
                return new DoneClaim(sentence, "its documentation");
        }

        return null;
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string Sentence(XmlElementSyntax summary)
    {
        var text = Regex.Replace(summary.Content.ToString(), @"^\s*(///|\*+)", " ", RegexOptions.Multiline, OwnPattern.Patience);
        text = Regex.Replace(text, @"<\w+ \w+=""(?:\w:)?(?:[\w.]+\.)?(\w+)(?:\([^""]*\))?""\s*/>", "$1", RegexOptions.None, OwnPattern.Patience);
        text = Regex.Replace(Regex.Replace(text, "<[^>]*>", "", RegexOptions.None, OwnPattern.Patience), @"\s+", " ", RegexOptions.None, OwnPattern.Patience).Trim();
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return (end > 0 ? text.Substring(0, end) : text).TrimEnd('.');
    }
}
