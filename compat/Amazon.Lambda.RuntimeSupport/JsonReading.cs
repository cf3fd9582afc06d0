#nullable enable
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reading what may be absent.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static Dictionary<string, string>? Texts(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Object
            ? values.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString())
            : null;
}
