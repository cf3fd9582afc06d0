using System.Collections.Frozen;

namespace Ghostbusters.Engine.Diff;

/// <summary>Lines that follow one another.</summary>
/// <param name="First">The first line, from one.</param>
/// <param name="Last">The last line; <see cref="int.MaxValue"/> for the end of the file.</param>
public readonly record struct LineRange(int First, int Last);

/// <summary>Which lines of which files a change added or altered, in the numbers of the new files. Immutable.</summary>
public sealed class ChangedLines
{
    private readonly FrozenDictionary<string, ImmutableArray<LineRange>> _files;

    /// <summary>The union of these ranges by file; a range that ends before it starts is none.</summary>
    public ChangedLines(IEnumerable<KeyValuePair<string, LineRange>> ranges) =>
        _files = ranges.Where(static r => r.Value.First <= r.Value.Last)
            .GroupBy(static r => r.Key, static r => r.Value, StringComparer.Ordinal)
            .ToFrozenDictionary(static file => file.Key, static file => Merge(file.Order(Comparer<LineRange>.Create(static (a, b) => a.First.CompareTo(b.First)))), StringComparer.Ordinal);

    /// <summary>The files with such lines, relative and with <c>/</c>, in ordinal order.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The ranges of one file: in order, with a gap between them; empty for a file that did not change.</summary>
    public ImmutableArray<LineRange> this[string path] => _files.GetValueOrDefault(path, []);

    /// <summary>Whether one of the lines from <paramref name="first"/> to <paramref name="last"/> was added or altered.</summary>
    public bool Touches(string path, int first, int last)
    {
        var ranges = this[path];
        var (low, high) = (0, ranges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].Last < first)
                low = middle + 1;
            else
                high = middle;
        }

        return low < ranges.Length && ranges[low].First <= last;
    }

    /// <summary>The same with paths relative to a folder, without what lies outside of it.</summary>
    /// <param name="folder">Relative, with <c>/</c>; empty for the root.</param>
    public ChangedLines Below(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
        return new ChangedLines(
            from file in _files
            where file.Key.StartsWith(prefix, StringComparison.Ordinal)
            from range in file.Value
            select KeyValuePair.Create(file.Key[prefix.Length..], range));
    }

    private static ImmutableArray<LineRange> Merge(IEnumerable<LineRange> inOrder)
    {
        var merged = ImmutableArray.CreateBuilder<LineRange>();
        foreach (var range in inOrder)
        {
            if (merged.Count > 0 && range.First - 1 <= merged[^1].Last)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, range.Last) };
            else
                merged.Add(range);
        }

        return merged.ToImmutable();
    }
}
