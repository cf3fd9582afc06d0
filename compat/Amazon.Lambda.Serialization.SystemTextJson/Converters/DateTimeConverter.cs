using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 and numbers: seconds since 1970, or milliseconds where seconds would lie beyond the year 5000.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    private const long SecondsBeyondWhichMilliseconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when reader.TryGetDateTime(out var time) => time,
        JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole > SecondsBeyondWhichMilliseconds
            ? DateTime.UnixEpoch.AddMilliseconds(whole)
            : DateTime.UnixEpoch.AddSeconds(whole),
        JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
        var other => throw new JsonSerializerException($"A time is expected, as text or as a number of seconds; this is {other}."),
    };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
