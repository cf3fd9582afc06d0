using Pulumi.Recording;

namespace Ghostbusters.Infra.Tests.Graphs;

/// <summary>A resource, with its inputs as they go to the engine.</summary>
internal sealed record Node(string Type, string Name, JsonObject Inputs, RecordedOptions Options, string Urn, string? Parent, bool IsCustom)
{
    /// <summary>Text at a path such as <c>tracingConfig.mode</c> or <c>rules.0.status</c>; null where there is none. A secret is told by its own form.</summary>
    public string? this[string path] => At(path) switch
    {
        null => null,
        JsonValue value => value.ToString(),
        var other => other.ToJsonString(),
    };

    public JsonNode? At(string path)
    {
        JsonNode? node = Inputs;
        foreach (var part in path.Split('.'))
            node = node is JsonArray array ? int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) < array.Count ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : null : node?[part];
        return node;
    }

    public int? Number(string path) => At(path) is JsonValue value ? (int)value.GetValue<double>() : null;

    public bool Is(string path) => this[path] == "true";

    public IEnumerable<string> Texts(string path) => At(path) is JsonArray array ? array.Select(static n => n!.ToString()) : [];

    /// <summary>A JSON document inside a property.</summary>
    public JsonObject Document(string path) => JsonNode.Parse(this[path] ?? throw new InvalidOperationException($"{Type} {Name} has no {path}."))!.AsObject();

    /// <summary>Statements of a policy inside a property.</summary>
    public IEnumerable<JsonObject> Statements(string path = "policy") => Document(path)["Statement"]!.AsArray().Select(static s => s!.AsObject());

    public bool IsA(string type) => type.Contains(':', StringComparison.Ordinal)
        ? Type.StartsWith("aws:" + type.Split(':')[0] + "/", StringComparison.Ordinal) && Type.EndsWith(":" + type.Split(':')[1], StringComparison.Ordinal)
        : Type.EndsWith(":" + type, StringComparison.Ordinal) && Type.StartsWith("aws:", StringComparison.Ordinal);

    public void Set(string path, JsonNode? value)
    {
        var parts = path.Split('.');
        JsonNode node = Inputs;
        foreach (var part in parts[..^1]) node = node is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part] ??= new JsonObject();
        if (value is null) ((JsonObject)node).Remove(parts[^1]);
        else if (node is JsonArray list) list[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else node[parts[^1]] = value;
    }

    /// <summary>Changes the document inside a property.</summary>
    public void Edit(string path, Action<JsonObject> edit)
    {
        var document = Document(path);
        edit(document);
        Set(path, document.ToJsonString());
    }

    public override string ToString() => $"{Type} {Name}";
}
