using System.Text;

namespace Ghostbusters.Functions.Storage;

/// <summary>
/// The order of sort keys: by their UTF-8 bytes, which is by code points. (Comparing .NET's strings ordinally is not that
/// beyond the basic plane.)
/// </summary>
public static class SortOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string? left, string? right)
    {
        var (l, r) = ((left ?? "").EnumerateRunes(), (right ?? "").EnumerateRunes());
        while (true)
        {
            var (hasLeft, hasRight) = (l.MoveNext(), r.MoveNext());
            if (!hasLeft || !hasRight) return hasLeft.CompareTo(hasRight);
            if (l.Current != r.Current) return l.Current.CompareTo(r.Current);
        }
    }

    /// <summary>The least text that is greater than all with this prefix; null where there is none.</summary>
    public static string? AfterAllWith(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0)
        {
            var last = runes[^1].Value;
            runes.RemoveAt(runes.Count - 1);
            if (last == 0x10FFFF) continue;
            runes.Add(new Rune(last == 0xD7FF ? 0xE000 : last + 1));
            return string.Concat(runes);
        }
        return null;
    }
}
