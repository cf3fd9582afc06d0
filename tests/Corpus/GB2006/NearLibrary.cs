namespace Library;

// A library's callers are somewhere else.
/// <summary>Splits words.</summary>
public static class Hyphenation //@near GB2006
{
    /// <summary>Splits a word in two.</summary>
    public static (string, string) Split(string word) => (word[..(word.Length / 2)], word[(word.Length / 2)..]); //@near GB2006
}

public sealed class Dictionary
{
    private readonly HashSet<string> _words = [];

    /// <summary>Learns a word.</summary>
    public bool Learn(string word) => _words.Add(word); //@near GB2006
}
