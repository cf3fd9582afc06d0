using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>
/// What the state machine hands to its tasks. The tenant was put there by the stage that started it, which alone may; names are
/// said one by one, because Lambda's serializer has other rules for names than this context.
/// </summary>
public sealed record PartsOrder
{
    [JsonPropertyName("tenant")]
    public string? Tenant { get; init; }

    [JsonPropertyName("analysis_id")]
    public string? AnalysisId { get; init; }

    /// <summary>The trace's attributes.</summary>
    [JsonPropertyName("trace")]
    public Dictionary<string, string>? Trace { get; init; }

    /// <summary>The day that expiry dates are compared with: the same for every part and the whole.</summary>
    [JsonPropertyName("today")]
    public string? Today { get; init; }

    /// <summary>How many parts there are.</summary>
    [JsonPropertyName("count")]
    public int? Count { get; init; }

    /// <summary>Which of them.</summary>
    [JsonPropertyName("part")]
    public int? Part { get; init; }
}

/// <summary>What is to be done.</summary>
/// <param name="Parts">A number a project.</param>
public sealed record PartsPlan(
    [property: JsonPropertyName("today")] string Today, [property: JsonPropertyName("count")] int Count, [property: JsonPropertyName("parts")] IReadOnlyList<int> Parts);

/// <summary>A task is done; what it made is in blobs.</summary>
public sealed record PartDone([property: JsonPropertyName("done")] bool Done);
