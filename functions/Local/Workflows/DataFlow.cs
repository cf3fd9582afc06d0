using System.Text;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>What of a state's input it sees, and what of its result goes on: InputPath, Parameters, ResultSelector, ResultPath, OutputPath.</summary>
internal static class DataFlow
{
    /// <summary>Step Functions' own.</summary>
    private const int MaximumBytes = 256 * 1024;

    public static JsonNode? Input(State state, JsonNode? raw, JsonNode? context)
    {
        var input = Chosen(state, "InputPath", raw, context);
        return state.Json["Parameters"] is { } template && state.Type != "Map" ? PayloadTemplate.Fill(template, input, context) : input;
    }

    public static JsonNode? Output(State state, JsonNode? raw, JsonNode? result, JsonNode? context)
    {
        var selected = state.Json["ResultSelector"] is { } template ? PayloadTemplate.Fill(template, result, context) : result;
        var output = Chosen(state, "OutputPath", Placed(state.Json, raw, selected), context);
        if (output is not null && Encoding.UTF8.GetByteCount(output.ToJsonString()) > MaximumBytes)
            throw new StatesException(StatesException.DataLimit, $"The output of '{state.Name}' has more than {MaximumBytes} bytes.");
        return output;
    }

    /// <summary>What a catcher's next state gets: the error, where the catcher's own ResultPath says.</summary>
    public static JsonNode? Caught(Catcher catcher, JsonNode? raw, StatesException error) =>
        Placed(catcher.Json, raw, new JsonObject { ["Error"] = error.Error, ["Cause"] = error.Cause });

    /// <summary>A ResultPath of null throws the result away; without one the result is all.</summary>
    private static JsonNode? Placed(JsonObject json, JsonNode? raw, JsonNode? result)
    {
        if (!json.TryGetPropertyValue("ResultPath", out var path)) return result;
        return path is null ? raw : new ReferencePath(path.GetValue<string>()).With(raw, result);
    }

    /// <summary>A path of null leaves an empty object.</summary>
    private static JsonNode? Chosen(State state, string field, JsonNode? from, JsonNode? context)
    {
        if (!state.Json.TryGetPropertyValue(field, out var written)) return from;
        if (written is null) return new JsonObject();
        var path = new ReferencePath(written.GetValue<string>());
        return path.TryFind(path.IsOfContext ? context : from, out var found)
            ? found
            : throw new StatesException(StatesException.Runtime, $"'{path.Text}' of '{state.Name}' leads nowhere.");
    }
}
