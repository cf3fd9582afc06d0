namespace Ghostbusters.IamPolicies;

/// <summary>IAM's patterns: <c>*</c> for any text, <c>?</c> for one character.</summary>
internal static class Pattern
{
    public static bool Matches(string pattern, string text, bool ignoreCase)
    {
        // Greedy, with one place to go back to: linear but for a factor of the stars.
        var (p, t, star, from) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, from, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase))) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t, from) = (star + 1, from + 1, from + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));
}
