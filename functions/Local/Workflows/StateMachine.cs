using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>A machine of the Amazon States Language, in the subset that this host runs. What it does not know it refuses.</summary>
/// <param name="TimeoutSeconds">Of the whole machine; null: none.</param>
internal sealed record StateMachine(string StartAt, IReadOnlyDictionary<string, State> States, int? TimeoutSeconds)
{
    private static readonly HashSet<string> Members = ["Comment", "Version", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "ProcessorConfig"];

    /// <exception cref="FormatException">It is no machine, or uses more of the language than this host runs.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public static StateMachine Parse(string json) => Of(JsonNode.Parse(json));

    public static StateMachine Of(JsonNode? node)
    {
        if (node is not JsonObject machine || machine["States"] is not JsonObject states) throw new FormatException("A state machine is an object with States.");
        if (machine.Select(static m => m.Key).FirstOrDefault(static name => !Members.Contains(name)) is { } unknown) throw new FormatException($"This host does not know '{unknown}' of a state machine.");
        if (machine["QueryLanguage"] is { } language && language.GetValue<string>() != "JSONPath") throw new FormatException("This host runs the query language JSONPath.");
        var all = states.ToDictionary(static s => s.Key, static s => State.Of(s.Key, s.Value), StringComparer.Ordinal);
        var start = machine["StartAt"]?.GetValue<string>();
        foreach (var name in all.Values.SelectMany(static state => state.Targets).Append(start))
            if (name is null || !all.ContainsKey(name)) throw new FormatException($"There is no state '{name}'.");
        return new StateMachine(start!, all, machine["TimeoutSeconds"]?.GetValue<int>());
    }
}
