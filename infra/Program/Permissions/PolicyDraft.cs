using System.Text.Json.Nodes;
using Pulumi;

namespace Ghostbusters.Infra.Permissions;

/// <summary>What a role will be allowed. Resources write their grants into it; whoever has the role makes it a policy.</summary>
public sealed class PolicyDraft
{
    private readonly List<Statement> _statements = [];

    public PolicyDraft(params IEnumerable<Statement> statements)
    {
        foreach (var statement in statements) Add(statement);
    }

    /// <exception cref="ArgumentException">Another statement has its Sid.</exception>
    public void Add(Statement statement)
    {
        if (_statements.Any(s => s.Sid == statement.Sid)) throw new ArgumentException($"Two statements are called {statement.Sid}.", nameof(statement));
        _statements.Add(statement);
    }

    /// <summary>The policy document.</summary>
    public Output<string> ToJson() => Output.All([.. _statements.Select(static s => (Input<JsonNode>)s.ToJson())]).Apply(static statements => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. statements.Select(static s => s.DeepClone())]),
    }.ToJsonString(JsonText.Options));
}
