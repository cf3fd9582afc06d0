namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Which sources matter at which sinks: what no rule would tell need not be looked for.</summary>
internal sealed class CountedPairs
{
    /// <summary>Somebody on another machine writes it; the rest is written by whoever runs the program, or by the program itself.</summary>
    public const SourceKinds Remote = SourceKinds.Web | SourceKinds.Queue | SourceKinds.Socket | SourceKinds.Archive | SourceKinds.Exception | SourceKinds.Secret;

    private readonly Dictionary<SinkKinds, SourceKinds> _sources = [];

    private CountedPairs()
    {
    }

    /// <summary>All that there are.</summary>
    public static CountedPairs All { get; } = Of([(SinkKinds.All, (SourceKinds)~0)]);

    /// <summary>These.</summary>
    public static CountedPairs Of(IEnumerable<(SinkKinds Sinks, SourceKinds Sources)> pairs)
    {
        var counted = new CountedPairs();
        foreach (var (sinks, sources) in pairs)
        {
            for (var bit = 1L; bit < (long)SinkKinds.All; bit <<= 1)
            {
                var kind = (SinkKinds)bit;
                if ((sinks & kind) != 0)
                    counted._sources[kind] = sources | (counted._sources.TryGetValue(kind, out var before) ? before : SourceKinds.None);
            }
        }

        return counted;
    }

    /// <summary>Whether data of one of these sources matters at one of these sinks.</summary>
    public bool Count(SinkKinds sinks, SourceKinds sources) => _sources.Any(pair => (pair.Key & sinks) != 0 && (pair.Value & sources) != 0);

    /// <summary>The same pairs have the same text.</summary>
    public override string ToString() => string.Join(";", _sources.OrderBy(static p => p.Key).Select(static p => $"{(long)p.Key}:{(int)p.Value}"));
}
