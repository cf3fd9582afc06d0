using System.Text.Json.Nodes;

namespace Ghostbusters.Infra.Judge.Tests;

/// <summary>A graph with one thing wrong.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Where">Where it is.</param>
/// <param name="Graph">The graph.</param>
internal sealed record Mutation(string Kind, string Where, string Graph)
{
    /// <summary>Maps with keys of one's own, in which no key is misspelt.</summary>
    private static readonly HashSet<string> Maps = ["tags", "variables", "dimensions", "triggers", "additionalVersionWeights"];

    /// <summary>Every misspelt property, every value of a wrong type, every wrong token of the graph, one at a time.</summary>
    public static IEnumerable<Mutation> Of(string graph)
    {
        var resources = JsonNode.Parse(graph)!["resources"]!.AsArray();
        for (var i = 0; i < resources.Count; i++)
        {
            if (!resources[i]!["isCustom"]!.GetValue<bool>()) continue;
            var name = $"{resources[i]!["type"]} {resources[i]!["name"]}";
            yield return new("wrong token", name, Changed(graph, i, resource => resource["type"] = $"{resource["type"]}x"));
            foreach (var path in Paths(resources[i]!["inputs"]!, []))
            {
                var where = $"{name}.{string.Join('.', path)}";
                if (path.Length < 2 || !Maps.Contains(path[^2]))
                    yield return new("misspelt property", where, Changed(graph, i, resource => Rename(resource, path)));
                yield return new("wrong type", where, Changed(graph, i, resource => Parent(resource, path)[path[^1]] = new JsonObject { ["wrong"] = new JsonObject { ["deep"] = true } }));
            }
        }
    }

    /// <summary>The graph with another value in an input, or without the input.</summary>
    public static string WithInput(string graph, string type, string input, JsonNode? value)
    {
        var resources = JsonNode.Parse(graph)!["resources"]!.AsArray();
        var index = Enumerable.Range(0, resources.Count).First(i => resources[i]!["type"]!.GetValue<string>() == type);
        return Changed(graph, index, resource =>
        {
            if (value is null) Assert.True(resource["inputs"]!.AsObject().Remove(input));
            else resource["inputs"]![input] = value;
        });
    }

    private static string Changed(string graph, int index, Action<JsonObject> change)
    {
        var copy = JsonNode.Parse(graph)!;
        change(copy["resources"]![index]!.AsObject());
        return copy.ToJsonString();
    }

    /// <summary>The path of every input and of every property below it; a list's first item is <c>0</c>.</summary>
    private static IEnumerable<string[]> Paths(JsonNode? node, string[] path)
    {
        if (node is JsonArray { Count: > 0 } list)
        {
            foreach (var deeper in Paths(list[0], [.. path, "0"])) yield return deeper;
        }

        if (node is not JsonObject fields) yield break;
        foreach (var (key, value) in fields)
        {
            if (key.StartsWith('$')) yield break;
            yield return [.. path, key];
            foreach (var deeper in Paths(value, [.. path, key])) yield return deeper;
        }
    }

    private static JsonObject Parent(JsonObject resource, string[] path) =>
        path[..^1].Aggregate(resource["inputs"]!, (node, key) => (node is JsonArray list ? list[0] : node[key])!).AsObject();

    private static void Rename(JsonObject resource, string[] path)
    {
        var parent = Parent(resource, path);
        var value = parent[path[^1]]!;
        parent.Remove(path[^1]);
        parent[$"{path[^1]}s"] = value;
    }
}
