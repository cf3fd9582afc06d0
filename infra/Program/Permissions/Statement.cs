using System.Text.Json.Nodes;
using Pulumi;

namespace Ghostbusters.Infra.Permissions;

/// <summary>One statement of a policy.</summary>
/// <param name="Sid">What it is for; once a policy.</param>
/// <param name="Actions">Exact actions, no pattern.</param>
/// <param name="Resources">Exact ARNs, or patterns below one resource; none in a trust policy, which is its role's.</param>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, params IReadOnlyList<Input<string>> Resources)
{
    /// <summary>Operator, key and value: <c>StringEquals</c>, <c>aws:SourceAccount</c>, …</summary>
    public IReadOnlyList<(string Operator, string Key, Input<string> Value)> Conditions { get; init; } = [];

    /// <summary>Who, in policies of resources; null in those of roles.</summary>
    public Principal? Principal { get; init; }

    public bool IsDenied { get; init; }

    internal Output<JsonNode> ToJson() => Output.Tuple(Known(Resources), Known(Conditions.Select(static c => c.Value)), Principal?.Name.ToOutput() ?? Output.Create("")).Apply(JsonNode (values) =>
    {
        var (resources, conditions, principal) = values;
        var json = new JsonObject { ["Sid"] = Sid, ["Effect"] = IsDenied ? "Deny" : "Allow" };
        if (Principal is not null) json["Principal"] = Principal.Kind is { } kind ? new JsonObject { [kind] = principal } : JsonValue.Create(principal);
        json["Action"] = new JsonArray([.. Actions.Select(static a => (JsonNode)a)]);
        if (resources.Length > 0) json["Resource"] = new JsonArray([.. resources.Select(static r => (JsonNode)r)]);
        if (conditions.Length > 0) json["Condition"] = ConditionJson(conditions);
        return json;
    });

    private JsonObject ConditionJson(IReadOnlyList<string> values)
    {
        var json = new JsonObject();
        for (var i = 0; i < Conditions.Count; i++)
        {
            var (operation, key, _) = Conditions[i];
            if (json[operation] is not JsonObject keys) json[operation] = keys = [];
            keys[key] = values[i];
        }
        return json;
    }

    private static Output<System.Collections.Immutable.ImmutableArray<string>> Known(IEnumerable<Input<string>> values) => Output.All(values.ToArray());
}

/// <summary>Who may, or may not.</summary>
/// <param name="Kind"><c>Service</c> or <c>AWS</c>; null for everybody.</param>
/// <param name="Name">Which.</param>
public sealed record Principal(string? Kind, Input<string> Name)
{
    public static Principal Everybody { get; } = new(null, "*");

    public static Principal Service(Input<string> name) => new("Service", name);

    public static Principal Aws(Input<string> arn) => new("AWS", arn);
}
