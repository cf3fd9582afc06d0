using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ghostbusters.IamPolicies;

/// <summary>
/// An identity's policy, decided as IAM does: what no statement allows is denied, and a statement that denies wins. What this
/// does not understand (an operator, <c>NotAction</c>) it refuses to decide, since a guess could pass for a proof.
/// </summary>
public sealed class Policy
{
    private readonly IReadOnlyList<Statement> _statements;

    private Policy(IReadOnlyList<Statement> statements) => _statements = statements;

    /// <exception cref="NotSupportedException">It says something that is not understood here.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Policy Parse(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        if (document["Version"]?.ToString() != "2012-10-17") throw new NotSupportedException("Only the version of 2012 is understood.");
        return new Policy([.. document["Statement"]!.AsArray().Select(static s => Statement.Parse(s!.AsObject()))]);
    }

    /// <summary>Every action and resource that some statement allows.</summary>
    public IEnumerable<(string Sid, string Action, string Resource)> Grants =>
        from statement in _statements where !statement.IsDenied from action in statement.Actions from resource in statement.Resources select (statement.Sid, action, resource);

    /// <summary>Whether the request may be made.</summary>
    public bool Allows(Request request)
    {
        var matching = _statements.Where(s => s.Matches(request)).ToList();
        return matching.Count > 0 && matching.All(static s => !s.IsDenied);
    }

    /// <summary>Whether a grant of this policy is one that the request needs.</summary>
    public static bool IsUsed((string Sid, string Action, string Resource) grant, Request request) =>
        Pattern.Matches(grant.Action, request.Action, ignoreCase: true) && Pattern.Matches(grant.Resource, request.Resource, ignoreCase: false);
}

/// <summary>What somebody wants to do.</summary>
/// <param name="Action"><c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">Its ARN; <c>*</c> where the action knows none.</param>
/// <param name="Context">Keys that conditions ask for.</param>
public sealed record Request(string Action, string Resource, IReadOnlyDictionary<string, string>? Context = null);
