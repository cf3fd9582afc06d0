using System.Text.Json.Nodes;

namespace Ghostbusters.Infra.Api;

/// <summary>
/// Schemas of request bodies in what API Gateway reads of JSON Schema (draft 4, without <c>anyOf</c>, and without null in a
/// type). Where it cannot say what the service takes, it says nothing: the gateway turns bad forms away, the function judges.
/// </summary>
/// <param name="shown">The service's own schemas, by name.</param>
internal sealed class GatewaySchemas(JsonObject shown)
{
    private const string Prefix = "#/components/schemas/";

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>The schema; those that it refers to are written as well.</summary>
    public JsonObject Of(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            var name = reference[Prefix.Length..];
            if (_schemas.TryAdd(name, new JsonObject())) _schemas[name] = Of(shown[name]!);
            return new JsonObject { ["$ref"] = Prefix + name };
        }
        var plain = new JsonObject();
        if (schema["type"] is not JsonValue type) return plain; // It may be null, or one of several.
        plain["type"] = type.GetValue<string>();
        if (schema["enum"] is JsonArray values) plain["enum"] = values.DeepClone();
        if (schema["items"] is { } items) plain["items"] = Of(items);
        if (schema["required"] is JsonArray { Count: > 0 } required) plain["required"] = required.DeepClone();
        if (schema["properties"] is JsonObject properties)
        {
            var own = new JsonObject();
            foreach (var (name, property) in properties) own[name] = Of(property!);
            plain["properties"] = own;
        }
        return plain;
    }

    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _schemas) all[name] = schema;
        return all;
    }
}
