#nullable enable
using System.Globalization;
using System.Text.Json;

namespace Ghostbusters.Compat;

/// <summary>Reading fields that an answer may leave out.</summary>
internal static class JsonFields
{
    public static string? Text(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    /// <summary>Seconds since 1970 with a fraction, or ISO 8601: services differ.</summary>
    public static DateTime? Time(this JsonElement element, string name) => element.Field(name) switch
    {
        { ValueKind: JsonValueKind.Number } seconds => DateTime.UnixEpoch.AddSeconds(seconds.GetDouble()),
        { ValueKind: JsonValueKind.String } text => DateTime.Parse(
            text.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        _ => null,
    };

    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
