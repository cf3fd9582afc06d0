using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>The words of an identifier: <c>HTTPClient2_fooBar</c> is HTTP, Client, 2, foo, Bar.</summary>
internal static class PascalWords
{
    /// <summary>The words, as they are written.</summary>
    public static ImmutableArray<string> Of(string identifier)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= identifier.Length; i++)
        {
            var isSign = i < identifier.Length && !char.IsLetterOrDigit(identifier[i]);
            if (i > start && (i == identifier.Length || isSign || StartsWord(identifier, i)))
            {
                words.Add(identifier.Substring(start, i - start));
                start = i;
            }

            if (isSign)
                start = i + 1;
        }

        return words.ToImmutable();
    }

    private static bool StartsWord(string text, int i)
    {
        if (char.IsDigit(text[i]) != char.IsDigit(text[i - 1]))
            return true;
        return char.IsUpper(text[i]) && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
    }
}
