using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.State;

namespace Ghostbusters.Functions.Analysis.Reporting;

/// <summary>The service's result: what the service knows of the analysis, then the engine's own JSON, member for member.</summary>
internal static class ReportMaking
{
    private const string Status = "status";

    /// <summary>The engine's counts, and why the result is not whole; null: it is.</summary>
    /// <exception cref="JsonException">It is not the engine's JSON.</exception>
    /// <exception cref="KeyNotFoundException">It lacks a member.</exception>
    public static (ResultCounts Counts, string? Gap) Read(JsonElement engine)
    {
        var summary = engine.GetProperty("summary");
        var score = engine.GetProperty("confidence_score");
        var counts = new ResultCounts(
            score.ValueKind == JsonValueKind.Number ? score.GetDouble() : null,
            summary.GetProperty("open").GetInt32(), summary.GetProperty("errors").GetInt32(), summary.GetProperty("warnings").GetInt32(),
            summary.GetProperty("notes").GetInt32(), summary.GetProperty("clean").GetBoolean());
        return (counts, engine.GetProperty(Status).GetString() switch
        {
            "complete" => null,
            "nothing" => "nothing-to-analyse",
            _ => "incomplete",
        });
    }

    public static byte[] Write(AnalysisRecord ended, ResultMetadata run, JsonElement engine)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var member in JsonSerializer.SerializeToElement(ended.Summary, AnalysisJson.Default.AnalysisSummary).EnumerateObject())
                if (!engine.TryGetProperty(member.Name, out _) || member.Name == Status) member.WriteTo(json);
            foreach (var member in engine.EnumerateObject())
            {
                if (member.Name != Status) member.WriteTo(json);
                else json.WriteString("engine_status", member.Value.GetString());
            }
            json.WritePropertyName("metadata");
            JsonSerializer.Serialize(json, run, AnalysisJson.Default.ResultMetadata);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
