namespace Ghostbusters.Functions.Metrics;

/// <summary>
/// Collects measurements and writes them in CloudWatch's embedded metric format: one JSON object a line, at most 100 metrics
/// in each, at most 30 dimensions. Any number of threads may add.
/// </summary>
public sealed class EmfMetrics
{
    public const int MaximumMetrics = 100;
    public const int MaximumDimensions = 30;
    public const int MaximumValues = 100;

    private const int MaximumName = 255;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (MetricUnit Unit, List<double> Values)> _metrics = new(StringComparer.Ordinal);
    private readonly Stream _output;
    private readonly TimeProvider _clock;
    private readonly string _space;
    private readonly IReadOnlyDictionary<string, string> _dimensions;

    /// <param name="space">CloudWatch's namespace.</param>
    /// <param name="dimensions">Names and values that each metric is kept by: few, because each combination is a metric and costs.</param>
    /// <exception cref="ArgumentException">There are more than 30 dimensions, or one is empty or no text of CloudWatch's.</exception>
    public EmfMetrics(Stream output, TimeProvider clock, string space, IReadOnlyDictionary<string, string> dimensions)
    {
        if (dimensions.Count > MaximumDimensions) throw new ArgumentException($"There are at most {MaximumDimensions} dimensions.", nameof(dimensions));
        foreach (var (name, value) in dimensions)
        {
            CheckName(name, nameof(dimensions));
            CheckName(value, nameof(dimensions));
        }
        CheckName(space, nameof(space));
        (_output, _clock, _space, _dimensions) = (output, clock, space, dimensions);
    }

    /// <exception cref="ArgumentException">The name is none, was used with another unit, or the value is no number.</exception>
    public void Add(string name, double value, MetricUnit unit = MetricUnit.Count)
    {
        CheckName(name, nameof(name));
        if (!double.IsFinite(value)) throw new ArgumentException("A metric's value is a finite number.", nameof(value));
        if (_dimensions.ContainsKey(name) || name == EmfLine.Metadata) throw new ArgumentException("The name is a dimension's.", nameof(name));
        lock (_lock)
        {
            if (!_metrics.TryGetValue(name, out var metric)) metric = _metrics[name] = (unit, []);
            if (metric.Unit != unit) throw new ArgumentException($"'{name}' is measured in {metric.Unit}.", nameof(unit));
            metric.Values.Add(value);
        }
    }

    /// <summary>Writes what was added since the last time; nothing where nothing was.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            var parts = _metrics.SelectMany(static m => m.Value.Values.Chunk(MaximumValues).Select((values, turn) => (turn, Metric: new EmfMetric(m.Key, m.Value.Unit, values))));
            foreach (var turn in parts.GroupBy(static p => p.turn)) // A metric comes once a line.
                foreach (var chunk in turn.Select(static p => p.Metric).Chunk(MaximumMetrics))
                    _output.Write(EmfLine.Write(_space, _clock.GetUtcNow(), _dimensions, chunk));
            _output.Flush();
            _metrics.Clear();
        }
    }

    private static void CheckName(string name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaximumName || name[0] == ':' || !name.All(static c => c is >= ' ' and < (char)127))
            throw new ArgumentException($"1 to {MaximumName} printable ASCII characters are wanted, the first no colon.", parameter);
    }
}
