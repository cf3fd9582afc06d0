namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>How surprising the characters of a text are.</summary>
internal static class Entropy
{
    /// <summary>Shannon's entropy of the text's own characters, in bits a character: 0 for one repeated character or no text, log₂ n for n different ones.</summary>
    public static double BitsPerCharacter(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in text)
            counts[c] = counts.TryGetValue(c, out var count) ? count + 1 : 1;

        // In the order of the counts, so that the sum does not depend on the order of the characters.
        return counts.Values.OrderBy(static n => n).Sum(n => -((double)n / text.Length * Math.Log((double)n / text.Length, 2)));
    }
}
