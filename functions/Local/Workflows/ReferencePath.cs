using System.Globalization;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>A path that names one place: <c>$.a.b[0]['c']</c>, or <c>$$.…</c> in the context. No wildcards, no filters.</summary>
internal sealed class ReferencePath
{
    private readonly List<object> _steps = [];

    /// <exception cref="FormatException">It is no such path.</exception>
    public ReferencePath(string text)
    {
        IsOfContext = text.StartsWith("$$", StringComparison.Ordinal);
        var at = IsOfContext ? 2 : 1;
        if (!text.StartsWith('$')) throw Refused(text);
        while (at < text.Length) at = ReadStep(text, at);
        Text = text;
    }

    public string Text { get; }

    public bool IsOfContext { get; }

    /// <summary>What is there. False: nothing is; a null that is there is found.</summary>
    public bool TryFind(JsonNode? root, out JsonNode? found)
    {
        found = root;
        foreach (var step in _steps)
        {
            if (step is string name)
            {
                if (found is not JsonObject map || !map.TryGetPropertyValue(name, out found)) return false;
            }
            else
            {
                if (found is not JsonArray list || (int)step >= list.Count) return false;
                found = list[(int)step];
            }
        }
        return true;
    }

    /// <summary>A copy of the root with a value at this path; members on the way are made where they are missing.</summary>
    /// <exception cref="StatesException">Something that is no object stands in the way.</exception>
    public JsonNode? With(JsonNode? root, JsonNode? value)
    {
        if (_steps.Count == 0) return value?.DeepClone();
        var copy = root?.DeepClone() as JsonObject ?? throw Blocked();
        var place = copy;
        foreach (var step in _steps.SkipLast(1))
        {
            if (step is not string name) throw Blocked();
            if (place[name] is null) place[name] = new JsonObject();
            place = place[name] as JsonObject ?? throw Blocked();
        }
        place[_steps[^1] as string ?? throw Blocked()] = value?.DeepClone();
        return copy;
    }

    private int ReadStep(string text, int at)
    {
        if (text[at] == '.')
        {
            var end = text.IndexOfAny(['.', '['], at + 1);
            if (end < 0) end = text.Length;
            var name = text[(at + 1)..end];
            if (name.Length == 0 || name.Contains('*', StringComparison.Ordinal)) throw Refused(text);
            _steps.Add(name);
            return end;
        }
        var close = text.IndexOf(']', at);
        if (text[at] != '[' || close < 0) throw Refused(text);
        var inner = text[(at + 1)..close];
        if (inner is ['\'', _, .., '\'']) _steps.Add(inner[1..^1]);
        else if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) _steps.Add(index);
        else throw Refused(text);
        return close + 1;
    }

    private static FormatException Refused(string text) => new($"'{text}' is no path that this host follows: $.name, $['name'] and $[0] are.");

    private StatesException Blocked() => new(StatesException.ResultPath, $"'{Text}' cannot be made in what is there.");
}
