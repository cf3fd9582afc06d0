using System.Text.Json.Nodes;

namespace Ghostbusters.IamPolicies;

/// <summary>One statement.</summary>
internal sealed record Statement(string Sid, bool IsDenied, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, IReadOnlyList<Condition> Conditions)
{
    private static readonly string[] Understood = ["Action", "Condition", "Effect", "Resource", "Sid"];

    public static Statement Parse(JsonObject json)
    {
        if (json.Select(static p => p.Key).FirstOrDefault(static key => !Understood.Contains(key)) is { } unknown) throw new NotSupportedException($"{unknown} is not understood.");
        var isDenied = json["Effect"]!.ToString() switch
        {
            "Allow" => false,
            "Deny" => true,
            var other => throw new NotSupportedException($"The effect {other} is not understood."),
        };
        var conditions = json["Condition"] is JsonObject all
            ? all.SelectMany(static o => o.Value!.AsObject().Select(k => Condition.Parse(o.Key, k.Key, Texts(k.Value!)))).ToList()
            : [];
        return new Statement(json["Sid"]?.ToString() ?? "", isDenied, Texts(json["Action"]!), Texts(json["Resource"]!), conditions);
    }

    public bool Matches(Request request) =>
        Actions.Any(a => Pattern.Matches(a, request.Action, ignoreCase: true)) && Resources.Any(r => Pattern.Matches(r, request.Resource, ignoreCase: false)) && Conditions.All(c => c.Holds(request));

    private static List<string> Texts(JsonNode node) => node is JsonArray array ? [.. array.Select(static t => t!.ToString())] : [node.ToString()];
}

/// <summary>One key of a condition; any of its values will do.</summary>
internal sealed record Condition(string Key, IReadOnlyList<string> Values, bool IsPattern)
{
    public static Condition Parse(string operation, string key, IReadOnlyList<string> values) => operation switch
    {
        "StringEquals" or "ArnEquals" or "Bool" => new Condition(key, values, false),
        "StringLike" or "ArnLike" => new Condition(key, values, true),
        _ => throw new NotSupportedException($"The operator {operation} is not understood."),
    };

    /// <summary>A key that the request does not have never holds.</summary>
    public bool Holds(Request request) => request.Context is { } context && context.TryGetValue(Key, out var value)
        && Values.Any(v => IsPattern ? Pattern.Matches(v, value, ignoreCase: false) : v == value);
}
