using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Ghostbusters.Functions.Problems;

/// <summary>Writes problems as <c>application/problem+json</c>; the only place that does.</summary>
public static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    private const string TypePrefix = "urn:ghostbusters:problem:";

    /// <summary>UTF-8 JSON. Every text goes through the JSON writer's escaping, so whatever it holds the result parses.</summary>
    public static byte[] Write(Problem problem)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", TypePrefix + problem.Type);
            json.WriteString("title", problem.Title);
            json.WriteNumber("status", problem.Status);
            if (problem.Detail is { } detail) json.WriteString("detail", detail);
            if (problem.TraceId is { } trace) json.WriteString("trace_id", trace);
            if (problem.RetryAfter is { } after) json.WriteNumber("retry_after", Seconds(after));
            if (problem.Fields.Count > 0) WriteFields(json, problem.Fields);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The headers that go with it.</summary>
    public static IReadOnlyDictionary<string, string> Headers(Problem problem)
    {
        var headers = new Dictionary<string, string> { ["content-type"] = MediaType, ["cache-control"] = "no-store" };
        if (problem.RetryAfter is { } after) headers["retry-after"] = Seconds(after).ToString(CultureInfo.InvariantCulture);
        if (problem.Status == 401) headers["www-authenticate"] = "Bearer";
        return headers;
    }

    /// <summary>Whole seconds, at least one: "0" would ask for a storm.</summary>
    private static long Seconds(TimeSpan after) => Math.Max(1, (long)Math.Ceiling(after.TotalSeconds));

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<FieldProblem> fields)
    {
        json.WriteStartArray("errors");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("reason", field.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
