using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>A state as it was written, checked when the machine is read.</summary>
internal sealed class State
{
    private static readonly string[] Common = ["Type", "Comment"];
    private static readonly string[] Flow = ["Next", "End", "InputPath", "OutputPath"];
    private static readonly string[] Result = ["ResultPath", "ResultSelector", "Parameters", "Retry", "Catch"];

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["Pass"] = [.. Flow, "ResultPath", "Parameters", "Result"],
        ["Task"] = [.. Flow, .. Result, "Resource", "TimeoutSeconds"],
        ["Choice"] = ["InputPath", "OutputPath", "Choices", "Default"],
        ["Wait"] = [.. Flow, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
        ["Succeed"] = ["InputPath", "OutputPath"],
        ["Fail"] = ["Error", "Cause"],
        ["Parallel"] = [.. Flow, .. Result, "Branches"],
        ["Map"] = [.. Flow, .. Result, "ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "MaxConcurrency", "Label"],
    };

    private State(string name, JsonObject json) => (Name, Json) = (name, json);

    public string Name { get; }

    public JsonObject Json { get; }

    public string Type => Json["Type"]!.GetValue<string>();

    public string? Next => Text("Next");

    /// <summary>The machines in it: of a Parallel its branches, of a Map its one processor.</summary>
    public IReadOnlyList<StateMachine> Inner { get; private init; } = [];

    public IReadOnlyList<ChoiceRule> Choices { get; private init; } = [];

    public ErrorPolicy Errors { get; private init; } = new([], []);

    public bool IsDistributed => (Json["ItemProcessor"] as JsonObject)?["ProcessorConfig"]?["Mode"]?.GetValue<string>() == "DISTRIBUTED";

    /// <summary>Every state that may follow.</summary>
    public IEnumerable<string> Targets => new[] { Next, Text("Default") }.OfType<string>().Concat(Choices.Select(static c => c.Next!)).Concat(Errors.Targets);

    public string? Text(string field) => Json[field]?.GetValue<string>();

    /// <exception cref="FormatException">It is no state that this host runs.</exception>
    public static State Of(string name, JsonNode? node)
    {
        if (node is not JsonObject json || json["Type"] is not JsonValue type || !Fields.TryGetValue(type.GetValue<string>(), out var fields))
            throw new FormatException($"'{name}' is no state of a type that this host runs.");
        if (json.Select(static m => m.Key).FirstOrDefault(field => !fields.Contains(field) && !Common.Contains(field)) is { } unknown)
            throw new FormatException($"This host does not know '{unknown}' of the {type} state '{name}'.");
        var state = new State(name, json)
        {
            Inner = [.. Machines(json).Select(StateMachine.Of)],
            Choices = [.. (json["Choices"] as JsonArray ?? []).Select(static rule => new ChoiceRule(rule!.AsObject()))],
            Errors = ErrorPolicy.Of(json),
        };
        state.Check();
        return state;
    }

    private static IEnumerable<JsonNode?> Machines(JsonObject json) => json["Branches"] is JsonArray branches
        ? branches
        : new[] { json["ItemProcessor"] ?? json["Iterator"] }.Where(static processor => processor is not null);

    private void Check()
    {
        if (Type is "Pass" or "Task" or "Wait" or "Parallel" or "Map" && Next is null && Json["End"]?.GetValue<bool>() != true) throw new FormatException($"'{Name}' neither ends nor says what is next.");
        if (Type == "Task" && Text("Resource") is null) throw new FormatException($"The task '{Name}' names no resource.");
        if (Type is "Parallel" or "Map" && Inner.Count == 0) throw new FormatException($"'{Name}' has nothing to run.");
        foreach (var field in new[] { "InputPath", "OutputPath", "ResultPath", "ItemsPath", "SecondsPath", "TimestampPath" })
            if (Text(field) is { } path) _ = new ReferencePath(path);
        foreach (var field in new[] { "Parameters", "ResultSelector", "ItemSelector" }) PayloadTemplate.Check(Json[field]);
    }
}
