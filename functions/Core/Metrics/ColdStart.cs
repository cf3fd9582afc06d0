namespace Ghostbusters.Functions.Metrics;

/// <summary>Measures that a process began, once: make one a process.</summary>
public sealed class ColdStart
{
    public const string Name = "ColdStart";

    private int _measured;

    /// <summary>Adds the metric the first time; later and concurrent calls add nothing.</summary>
    public void Measure(EmfMetrics metrics)
    {
        if (Interlocked.Exchange(ref _measured, 1) == 0) metrics.Add(Name, 1);
    }
}
