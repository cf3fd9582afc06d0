using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>
/// The prose of one comment: adjacent <c>//</c> lines are one, line breaks, comment signs, XML tags, quoted words, code and
/// addresses are blanks. Every character knows where it stands in the source.
/// </summary>
internal sealed class CommentParagraph
{
    private static readonly string[] SentenceEnds = ["</summary>", "</remarks>", "</returns>", "</param>", "</value>", "<para>", "</para>"];

    private readonly List<int> _positions = [];
    private readonly StringBuilder _text = new();

    private CommentParagraph(SyntaxToken token, bool isDocumentation)
    {
        Token = token;
        IsDocumentation = isDocumentation;
    }

    /// <summary>The token that the comment belongs to.</summary>
    public SyntaxToken Token { get; }

    /// <summary>Whether it is an XML documentation comment.</summary>
    public bool IsDocumentation { get; }

    /// <summary>The prose; a blank line, or the end of a documentation element, is a line feed in it.</summary>
    public string Text => _text.ToString();

    /// <summary>Where a part of the text stands in the source.</summary>
    public TextSpan SpanOf(int start, int end) => TextSpan.FromBounds(_positions[start], _positions[end - 1] + 1);

    /// <summary>The comments of a tree, in source order.</summary>
    public static IEnumerable<CommentParagraph> In(SyntaxNode root) => Of(root.DescendantTrivia());

    /// <summary>The comments at a token, in source order; none goes on at the next.</summary>
    public static IEnumerable<CommentParagraph> At(SyntaxToken token) => Of(token.LeadingTrivia.Concat(token.TrailingTrivia));

    private static IEnumerable<CommentParagraph> Of(IEnumerable<SyntaxTrivia> trivias)
    {
        CommentParagraph? open = null;
        var lineBreaks = 0;
        foreach (var trivia in trivias)
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.WhitespaceTrivia:
                    break;
                case SyntaxKind.EndOfLineTrivia:
                    lineBreaks++;
                    break;
                case SyntaxKind.SingleLineCommentTrivia when open is not null && lineBreaks <= 1 && open.Continues(trivia):
                    open.Append(trivia);
                    lineBreaks = 0;
                    break;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                    or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                    if (open is not null)
                        yield return open;
                    open = new CommentParagraph(trivia.Token, IsDocumentationComment(trivia));
                    open.Append(trivia);
                    lineBreaks = 0;
                    break;
                default:
                    if (open is not null)
                        yield return open;
                    open = null;
                    break;
            }
        }

        if (open is not null)
            yield return open;
    }

    // Without documentation mode the compiler hands `///` over as plain comments.
    private static bool IsDocumentationComment(SyntaxTrivia trivia) =>
        trivia.HasStructure || trivia.ToString() is var text && (text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal));

    // The comment behind a statement and the one above the next statement are two.
    private bool Continues(SyntaxTrivia next) => next.Token == Token && IsDocumentation == IsDocumentationComment(next);

    private void Append(SyntaxTrivia trivia)
    {
        var source = trivia.ToFullString();
        var start = trivia.FullSpan.Start;
        for (var line = 0; line < source.Length;)
        {
            var end = source.IndexOf('\n', line);
            end = end < 0 ? source.Length : end;
            AppendLine(source, line, end, start);
            line = end + 1;
        }
    }

    private void AppendLine(string source, int from, int to, int offset)
    {
        while (from < to && (char.IsWhiteSpace(source[from]) || source[from] is '/' or '*'))
            from++;
        while (to > from && (char.IsWhiteSpace(source[to - 1]) || source[to - 1] is '/' or '*'))
            to--;
        if (from == to || IsCode(source, from, to))
        {
            Add('\n', offset + from);
            return;
        }

        for (var i = from; i < to; i++)
        {
            var skipped = LengthOfMention(source, i, to);
            Add(skipped == 0 ? source[i] : EndsElement(source, i) ? '\n' : ' ', offset + i);
            if (skipped > 0)
                i += skipped - 1;
        }

        Add(' ', offset + to - 1);
    }

    private void Add(char c, int position)
    {
        _text.Append(c);
        _positions.Add(position);
    }

    // A statement that was commented out is no prose.
    private static bool IsCode(string source, int from, int to) =>
        source[to - 1] is ';' or '{' or '}' || source.IndexOf("=>", from, to - from, StringComparison.Ordinal) >= 0
        || source.IndexOf(");", from, to - from, StringComparison.Ordinal) >= 0;

    // Tags, quotations, code in back-ticks and addresses mention words; they do not use them.
    private static int LengthOfMention(string source, int at, int to)
    {
        switch (source[at])
        {
            case '<' when string.CompareOrdinal(source, at, "<c>", 0, 3) == 0 && source.IndexOf("</c>", at, to - at, StringComparison.Ordinal) is > 0 and var close:
                return close + "</c>".Length - at;
            case '<' when at + 1 < to && (char.IsLetter(source[at + 1]) || source[at + 1] == '/'):
                return Through(source, at, to, '>');
            case '"' or '`':
                return Through(source, at, to, source[at]);
            case 'h' when string.CompareOrdinal(source, at, "http", 0, 4) == 0 && source.IndexOf("://", at, Math.Min(8, to - at), StringComparison.Ordinal) > 0:
                var end = at;
                while (end < to && !char.IsWhiteSpace(source[end]))
                    end++;
                return end - at;
            default:
                return 0;
        }
    }

    private static int Through(string source, int at, int to, char close)
    {
        var end = source.IndexOf(close, at + 1, to - at - 1);
        return end < 0 ? 0 : end - at + 1;
    }

    private static bool EndsElement(string source, int at) =>
        SentenceEnds.Any(tag => string.CompareOrdinal(source, at, tag, 0, tag.Length) == 0);
}
