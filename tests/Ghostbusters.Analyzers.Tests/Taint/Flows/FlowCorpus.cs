using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>The programs of all features.</summary>
internal static class FlowCorpus
{
    /// <summary>How many programs that keep the sentinel, and how many that lose it, a feature has at least.</summary>
    public const int Each = 36;

    /// <summary>Writes them. The seed of a program is in its name, so that one can be written anew by itself.</summary>
    public static ImmutableArray<FlowCase> Write(ImmutableArray<FlowTemplate> templates)
    {
        var companions = templates.Where(static t => t is { IsLast: false, Keeps: true }).ToImmutableArray();
        return [.. templates.GroupBy(static t => t.Feature).SelectMany(f => Of([.. f], true, companions).Concat(Of([.. f], false, companions)))];
    }

    // Every template in turn until there are enough, no program twice.
    private static IEnumerable<FlowCase> Of(ImmutableArray<FlowTemplate> templates, bool keeps, ImmutableArray<FlowTemplate> companions)
    {
        var able = templates.Where(t => keeps ? t.Keeps : t.Loses).ToList();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; known.Count < Each && round < Each; round++)
        {
            foreach (var template in able)
            {
                var seed = SeedOf(template, keeps, round);
                var name = $"C{seed:x8}";
                var written = FlowWriter.Write(name, template, keeps, companions, seed);
                if (known.Add(written.Code.Replace(name, "", StringComparison.Ordinal)))
                    yield return written;
            }
        }
    }

    // The same on every machine: a string's own hash is not.
    private static int SeedOf(FlowTemplate template, bool keeps, int round)
    {
        var hash = 17u;
        foreach (var character in $"{template.Feature}/{template.Title}/{keeps}/{round}")
            hash = unchecked((hash * 31) + character);
        return (int)(hash & int.MaxValue);
    }
}
