namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>A word of a comment: its lower-case form and where it stands in the paragraph's text.</summary>
internal readonly record struct Word(string Lower, int Start, int End, bool IsCapital);

/// <summary>One sentence of a comment, as words. A hyphen or an apostrophe joins: <c>hard-coded</c> is one word.</summary>
internal sealed class Sentence
{
    private Sentence(List<Word> words, bool isFirst, int end)
    {
        Words = words;
        IsFirst = isFirst;
        End = end;
    }

    /// <summary>Its words.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>Whether the comment starts with it.</summary>
    public bool IsFirst { get; }

    /// <summary>Where it ends in the text, its full stop not counted.</summary>
    public int End { get; }

    /// <summary>The sentences of a text. A full stop ends one only before a blank: <c>v1.2</c> and <c>Foo.Bar</c> do not.</summary>
    public static IEnumerable<Sentence> In(string text)
    {
        var words = new List<Word>();
        var isFirst = true;
        for (var i = 0; i <= text.Length;)
        {
            if (i < text.Length && IsOfWord(text, i))
            {
                var start = i;
                while (i < text.Length && IsOfWord(text, i))
                    i++;
                words.Add(new Word(text.Substring(start, i - start).ToLowerInvariant(), start, i, char.IsUpper(text[start])));
                continue;
            }

            if (words.Count > 0 && (i == text.Length || EndsSentence(text, i)))
            {
                yield return new Sentence(words, isFirst, i);
                words = [];
                isFirst = false;
            }

            i++;
        }
    }

    private static bool IsOfWord(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || text[i] == '_'
        || (text[i] is '\'' or '’' or '-' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]));

    private static bool EndsSentence(string text, int i) =>
        text[i] == '\n' || (text[i] is '.' or '!' or '?' or ';' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
}
