using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ghostbusters.Engine.Reports;

/// <summary>How every JSON format is written.</summary>
internal static class JsonOutput
{
    // Relaxed: these are files and never part of a page, and quotes stay readable. Line ends do not depend on the system.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document and a line end.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> document)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            document(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes the property, and nothing where it has no value.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>Writes an array of strings.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            members(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
