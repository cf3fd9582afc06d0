using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>How the journal writes what came of a step.</summary>
internal static class StepOutcome
{
    public static JsonObject Of(JsonNode? result) => new() { ["result"] = result?.DeepClone() };

    public static JsonObject Of(StatesException error) => new() { ["error"] = error.Error, ["cause"] = error.Cause };

    public static JsonObject OfDue(DateTimeOffset due) => new() { ["due"] = due.ToUnixTimeMilliseconds() };

    public static DateTimeOffset? DueOf(JsonObject? entry) => entry?["due"]?.GetValue<long>() is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    /// <summary>Whether the step was done, and its result.</summary>
    /// <exception cref="StatesException">It was done and had failed.</exception>
    public static bool Known(JsonObject? entry, out JsonNode? result)
    {
        result = null;
        if (entry is null) return false;
        if (entry.ContainsKey("error")) throw new StatesException(entry["error"]?.GetValue<string>(), entry["cause"]?.GetValue<string>());
        result = entry["result"]?.DeepClone();
        return true;
    }
}
