using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Local.Workflows;

/// <summary>Fills a template: members whose name ends with <c>.$</c> get what their path names, all others stay.</summary>
internal static class PayloadTemplate
{
    private const string Suffix = ".$";

    /// <exception cref="StatesException">A path leads nowhere.</exception>
    public static JsonNode? Fill(JsonNode? template, JsonNode? input, JsonNode? context) => template switch
    {
        JsonObject map => new JsonObject(map.Select(member => Member(member, input, context))),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item, input, context))]),
        _ => template?.DeepClone(),
    };

    /// <summary>Looks at every path of a template, so that what this host does not follow is refused before anything runs.</summary>
    /// <exception cref="FormatException">A path is none, or an intrinsic function.</exception>
    public static void Check(JsonNode? template)
    {
        if (template is JsonArray list)
            foreach (var item in list) Check(item);
        if (template is not JsonObject map) return;
        foreach (var (name, value) in map)
        {
            if (name.EndsWith(Suffix, StringComparison.Ordinal)) _ = new ReferencePath(value!.GetValue<string>());
            else Check(value);
        }
    }

    private static KeyValuePair<string, JsonNode?> Member(KeyValuePair<string, JsonNode?> member, JsonNode? input, JsonNode? context)
    {
        if (!member.Key.EndsWith(Suffix, StringComparison.Ordinal)) return new(member.Key, Fill(member.Value, input, context));
        var path = new ReferencePath(member.Value!.GetValue<string>());
        return path.TryFind(path.IsOfContext ? context : input, out var found)
            ? new(member.Key[..^Suffix.Length], found?.DeepClone())
            : throw new StatesException(StatesException.ParameterPath, $"'{path.Text}' leads nowhere in the input.");
    }
}
