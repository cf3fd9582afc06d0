using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Ghostbusters.Functions.Catalogue.OpenApi;

/// <summary>Schemas of the types that routes name, and of those in them: one a type, referred to by name.</summary>
internal sealed class SchemaBook(Contracts contracts, DocumentationText texts)
{
    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to the type's schema, which is written where it is new.</summary>
    public JsonObject Reference(Type type)
    {
        var info = contracts.Of(type);
        if (info.Kind != JsonTypeInfoKind.Object) return (JsonObject)Export(info);
        if (!_schemas.ContainsKey(type.Name))
        {
            _schemas[type.Name] = new JsonObject(); // Its place, so that a type that holds itself ends.
            _schemas[type.Name] = Export(info);
        }
        return new JsonObject { ["$ref"] = "#/components/schemas/" + type.Name };
    }

    /// <summary>All of them, by name.</summary>
    public JsonObject ToJson()
    {
        var all = new JsonObject();
        foreach (var (name, schema) in _schemas) all[name] = schema;
        return all;
    }

    private JsonNode Export(JsonTypeInfo info) => info.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node),
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = context.TypeInfo.Type;
        var isNested = context.Path.Length > 0;
        if (isNested && context.TypeInfo.Kind == JsonTypeInfoKind.Object && type != typeof(object))
        {
            var mayBeNull = node is JsonObject { } own && own["type"] is JsonArray;
            node = mayBeNull ? new JsonObject { ["anyOf"] = new JsonArray(Reference(type), new JsonObject { ["type"] = "null" }) } : Reference(type);
        }
        if (node is not JsonObject schema) return node;
        var text = context.PropertyInfo is { AttributeProvider: System.Reflection.MemberInfo member } ? texts.Of(member.DeclaringType!, member.Name)
            : isNested ? null : texts.Of(type);
        if (text is not null && !schema.ContainsKey("description")) schema["description"] = text;
        return schema;
    }
}
