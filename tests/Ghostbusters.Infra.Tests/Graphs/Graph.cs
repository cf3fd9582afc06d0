using Pulumi.Recording;

namespace Ghostbusters.Infra.Tests.Graphs;

/// <summary>What a stack declares, to be asked and, in tests of the checks themselves, to be spoilt.</summary>
internal sealed class Graph(ResourceGraph recorded, string stack)
{
    public string Stack => stack;

    public List<Node> Nodes { get; } = [.. recorded.Resources.Select(static r => new Node(r.Type, r.Name, (JsonObject)r.Inputs.DeepClone(), r.Options, r.Urn, r.Parent, r.IsCustom))];

    public JsonObject Outputs { get; } = (JsonObject)recorded.Outputs.DeepClone();

    public bool IsProduction => stack == "prod";

    /// <summary>By the type's last word: <c>Function</c>, <c>Queue</c>; with its module where that is not enough: <c>lambda:Alias</c>.</summary>
    public IEnumerable<Node> Of(string type) => Nodes.Where(n => n.IsA(type));

    public Node First(string type) => Of(type).First();

    /// <summary>Changes a property of the first of a type.</summary>
    public void Set(string type, string path, JsonNode? value) => First(type).Set(path, value);

    public void Remove(string type) => Nodes.Remove(First(type));
}
