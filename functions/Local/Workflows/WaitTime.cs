using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>Until when a Wait state waits.</summary>
internal static class WaitTime
{
    /// <exception cref="StatesException">What its path names is no number of seconds, or no time.</exception>
    public static DateTimeOffset Of(State state, JsonNode? input, DateTimeOffset now)
    {
        if (state.Json["Seconds"] is { } seconds) return now.AddSeconds(seconds.GetValue<double>());
        if (state.Text("Timestamp") is { } time) return Parse(time, state);
        if (state.Text("SecondsPath") is { } path && Find(path, input) is { } number && number.GetValueKind() == JsonValueKind.Number)
            return now.AddSeconds(double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture));
        if (state.Text("TimestampPath") is { } where && Find(where, input) is { } text && text.GetValueKind() == JsonValueKind.String) return Parse(text.GetValue<string>(), state);
        throw new StatesException(StatesException.Runtime, $"'{state.Name}' is not told how long to wait.");
    }

    private static JsonNode? Find(string path, JsonNode? input) => new ReferencePath(path).TryFind(input, out var found) ? found : null;

    private static DateTimeOffset Parse(string text, State state) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : throw new StatesException(StatesException.Runtime, $"'{state.Name}' is told to wait until something that is no time.");
}
