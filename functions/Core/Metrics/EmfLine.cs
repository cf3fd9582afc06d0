using System.Buffers;
using System.Text.Json;

namespace Ghostbusters.Functions.Metrics;

/// <summary>One measurement's values for one line.</summary>
internal sealed record EmfMetric(string Name, MetricUnit Unit, double[] Values);

/// <summary>A line in the embedded metric format.</summary>
internal static class EmfLine
{
    public const string Metadata = "_aws";

    public static ReadOnlySpan<byte> Write(string space, DateTimeOffset time, IReadOnlyDictionary<string, string> dimensions, EmfMetric[] metrics)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(Metadata);
            json.WriteNumber("Timestamp", time.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            WriteDirective(json, space, dimensions, metrics);
            json.WriteEndArray();
            json.WriteEndObject();
            foreach (var (name, value) in dimensions) json.WriteString(name, value);
            foreach (var metric in metrics) WriteValues(json, metric);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteDirective(Utf8JsonWriter json, string space, IReadOnlyDictionary<string, string> dimensions, EmfMetric[] metrics)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", space);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var name in dimensions.Keys) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit.ToString());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, EmfMetric metric)
    {
        if (metric.Values is [var only])
        {
            json.WriteNumber(metric.Name, only);
            return;
        }
        json.WriteStartArray(metric.Name);
        foreach (var value in metric.Values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
