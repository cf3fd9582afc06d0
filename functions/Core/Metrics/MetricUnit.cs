namespace Ghostbusters.Functions.Metrics;

/// <summary>CloudWatch's units that are used here, by its own names.</summary>
public enum MetricUnit
{
    None,
    Count,
    Milliseconds,
    Seconds,
    Bytes,
    Megabytes,
    Percent,
}
