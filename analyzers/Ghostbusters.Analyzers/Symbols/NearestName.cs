namespace Ghostbusters.Analyzers.Symbols;

/// <summary>Finds the real name that somebody most likely meant by one that does not exist.</summary>
internal static class NearestName
{
    // Longer words are not names that somebody mistyped; this bounds the time.
    private const int LongestName = 128;

    /// <summary>
    /// The nearest of these names: equal but for case, else few edits away, else made of mostly the same words. Null where
    /// none is near. Equal inputs in any order give the same answer.
    /// </summary>
    public static string? Of(string wanted, IEnumerable<string> names)
    {
        string? best = null;
        var least = double.PositiveInfinity;
        foreach (var name in names)
        {
            var cost = Cost(wanted, name);
            if (cost < least || (cost == least && best is not null && string.CompareOrdinal(name, best) < 0))
                (best, least) = (name, cost);
        }

        return double.IsPositiveInfinity(least) ? null : best;
    }

    /// <summary>
    /// Edits from one text to the other: insert, remove or replace a character, swap two neighbours (Damerau–Levenshtein
    /// without restriction, so it is a metric). <paramref name="limit"/> + 1 where it is over the limit.
    /// </summary>
    public static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
            return limit + 1;

        var rows = new int[from.Length + 2, to.Length + 2];
        var infinite = from.Length + to.Length;
        rows[0, 0] = infinite;
        for (var i = 0; i <= from.Length; i++)
            (rows[i + 1, 0], rows[i + 1, 1]) = (infinite, i);
        for (var j = 0; j <= to.Length; j++)
            (rows[0, j + 1], rows[1, j + 1]) = (infinite, j);

        var lastRowOf = new Dictionary<char, int>();
        for (var i = 1; i <= from.Length; i++)
        {
            var lastMatch = 0;
            for (var j = 1; j <= to.Length; j++)
            {
                lastRowOf.TryGetValue(to[j - 1], out var row);
                var column = lastMatch;
                var isEqual = from[i - 1] == to[j - 1];
                if (isEqual)
                    lastMatch = j;
                var swap = rows[row, column] + (i - row - 1) + 1 + (j - column - 1);
                var replace = rows[i, j] + (isEqual ? 0 : 1);
                rows[i + 1, j + 1] = Math.Min(Math.Min(replace, swap), Math.Min(rows[i + 1, j], rows[i, j + 1]) + 1);
            }

            lastRowOf[from[i - 1]] = i;
        }

        return Math.Min(rows[from.Length + 1, to.Length + 1], limit + 1);
    }

    /// <summary>The words of a name in camel, Pascal or snake case, in lower case: <c>GetHTTPJson</c> is get, http, json.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !StartsWord(name, i))
                continue;
            var word = name.Substring(start, i - start).Trim('_').ToLowerInvariant();
            if (word.Length > 0)
                yield return word;
            start = i;
        }
    }

    private static bool StartsWord(string name, int at) =>
        name[at] == '_' || name[at - 1] == '_'
        || (char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))));

    // Below 1: case only. Then edits, as a share of the length; then words, as the share that is not common.
    private static double Cost(string wanted, string name)
    {
        if (wanted.Length is 0 or > LongestName || name.Length is 0 or > LongestName)
            return double.PositiveInfinity;
        if (string.Equals(wanted, name, StringComparison.OrdinalIgnoreCase))
            return 0;

        var limit = Math.Min(3, Math.Min(wanted.Length, name.Length) / 3);
        var edits = Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant(), limit);
        return edits <= limit ? 1 + (double)edits / wanted.Length : 2 + WordCost(wanted, name);
    }

    private static double WordCost(string wanted, string name)
    {
        var left = new HashSet<string>(Words(wanted), StringComparer.Ordinal);
        var right = new HashSet<string>(Words(name), StringComparer.Ordinal);
        var common = left.Count(right.Contains);
        var all = left.Count + right.Count - common;
        return common >= 2 && common * 2 >= all ? 1 - (double)common / all : double.PositiveInfinity;
    }
}
