using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;

namespace Ghostbusters.Functions.Analysis.Webhooks;

/// <summary>Reads events: pure, and without an opinion on what it does not know, which is null.</summary>
internal static class ForgeEvents
{
    private const string Branches = "refs/heads/";
    private const string Tags = "refs/tags/";

    /// <summary>GitHub: a push, a pull request that has new commits, a check that is to run again.</summary>
    public static WebhookOrder? GitHub(string? name, JsonElement body) => name switch
    {
        "push" => Order(Text(body, "repository", "html_url"), Text(body, "after"), Short(Text(body, "ref"))),
        "pull_request" when Text(body, "action") is "opened" or "synchronize" or "reopened" =>
            Order(Text(body, "repository", "html_url"), Text(body, "pull_request", "head", "sha"), Text(body, "pull_request", "head", "ref")),
        "check_run" when Text(body, "action") is "rerequested" =>
            Order(Text(body, "repository", "html_url"), Text(body, "check_run", "head_sha"), Text(body, "check_run", "check_suite", "head_branch")),
        "check_suite" when Text(body, "action") is "rerequested" =>
            Order(Text(body, "repository", "html_url"), Text(body, "check_suite", "head_sha"), Text(body, "check_suite", "head_branch")),
        _ => null,
    };

    /// <summary>GitLab: a push, a tag, a merge request that has new commits.</summary>
    public static WebhookOrder? GitLab(string? name, JsonElement body) => name switch
    {
        "Push Hook" or "Tag Push Hook" => Order(Text(body, "project", "web_url"), Text(body, "checkout_sha") ?? Text(body, "after"), Short(Text(body, "ref"))),
        "Merge Request Hook" when Text(body, "object_attributes", "action") is "open" or "reopen" or "update" =>
            Order(Text(body, "project", "web_url"), Text(body, "object_attributes", "last_commit", "id"), Text(body, "object_attributes", "source_branch")),
        _ => null,
    };

    /// <summary>Our own event.</summary>
    public static WebhookOrder? Ci(CiEvent? body) =>
        body is { Event: "push" } && Order(body.Repository, body.Commit, Short(body.Ref)) is { } order ? order with { CallbackUrl = body.CallbackUrl } : null;

    private static WebhookOrder? Order(string? repository, string? commit, string? reference) =>
        repository is not null && WebhookOrder.IsCommit(commit) ? new WebhookOrder(repository, commit!, reference) : null;

    private static string? Short(string? reference) =>
        reference is null ? null
        : reference.StartsWith(Branches, StringComparison.Ordinal) ? reference[Branches.Length..]
        : reference.StartsWith(Tags, StringComparison.Ordinal) ? reference[Tags.Length..]
        : reference;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
