using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Local.Tables;

/// <summary>Attributes as JSON: each value an object with one member that names its kind, as DynamoDB writes them, so that numbers stay exact.</summary>
internal static class AttributeJson
{
    public static byte[] Write(AttributeMap map)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer)) WriteMap(json, map);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes were not written by this class.</exception>
    public static AttributeMap Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 128 });
        return ReadMap(document.RootElement);
    }

    private static void WriteMap(Utf8JsonWriter json, AttributeMap map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case TextValue text: json.WriteString("S", text.Value); break;
            case NumberValue number: json.WriteString("N", number.Value.ToString(CultureInfo.InvariantCulture)); break;
            case FlagValue flag: json.WriteBoolean("BOOL", flag.Value); break;
            case BytesValue bytes: json.WriteBase64String("B", bytes.Value.Span); break;
            case ListValue list: WriteList(json, list); break;
            case MapValue map:
                json.WritePropertyName("M");
                WriteMap(json, map.Value);
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, ListValue list)
    {
        json.WriteStartArray("L");
        foreach (var each in list.Values) WriteValue(json, each);
        json.WriteEndArray();
    }

    private static AttributeMap ReadMap(JsonElement element) =>
        AttributeMap.From(element.EnumerateObject().Select(static p => KeyValuePair.Create(p.Name, ReadValue(p.Value))));

    private static AttributeValue ReadValue(JsonElement element)
    {
        var property = element.EnumerateObject().First();
        return property.Name switch
        {
            "S" => new TextValue(property.Value.GetString()!),
            "N" => new NumberValue(decimal.Parse(property.Value.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture)),
            "BOOL" => new FlagValue(property.Value.GetBoolean()),
            "B" => new BytesValue(property.Value.GetBytesFromBase64()),
            "L" => new ListValue([.. property.Value.EnumerateArray().Select(ReadValue)]),
            "M" => new MapValue(ReadMap(property.Value)),
            var kind => throw new InvalidDataException($"'{kind}' is no kind of value."),
        };
    }
}
