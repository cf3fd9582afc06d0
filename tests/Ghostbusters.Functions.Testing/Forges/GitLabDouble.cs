using System.Text.Json;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>GitLab, as far as its REST API is used here: archives, and commit statuses with their states.</summary>
public sealed class GitLabDouble : IAsyncDisposable
{
    private const string Api = "/api/v4";
    private const int MaximumText = 255;

    private static readonly HashSet<string> Members = ["state", "ref", "name", "context", "target_url", "description", "coverage", "pipeline_id"];
    private static readonly HashSet<string> States = ["pending", "running", "success", "failed", "canceled", "skipped"];

    private readonly WireServer _server;
    private readonly ForgeRepository _repository;
    private readonly string _token;
    private readonly GitLabGit _git;

    public GitLabDouble(ForgeRepository repository, string token)
    {
        (_repository, _token, Git) = (repository, token, new GitState(repository));
        _git = new GitLabGit(repository, Git, () => Host);
        _server = new WireServer(Answer);
    }

    /// <summary>What was written to the repository.</summary>
    public GitState Git { get; }

    /// <summary>Fails a call, before or after its effect, with the status that it says; null: as it is.</summary>
    public ForgeFault? Fault { get; set; }

    public string Host => _server.Host;

    /// <summary>For <c>GHOSTBUSTERS_FORGES</c>.</summary>
    public string Setting => $"gitlab={Host}=http://{Host}{Api}";

    public string RepositoryUrl => $"http://{Host}/{_repository.Path}";

    /// <summary>Waits until a commit is told of its status; what was refused ends the wait with the reason.</summary>
    public async Task<JsonElement> StatusAsync(CancellationToken cancellation)
    {
        var call = await _server.NextAsync(static call => call.Method == "POST" || call.Answered >= 400, cancellation);
        if (call.Answered >= 400) throw new InvalidOperationException($"{call.Method} {call.Target} was refused with {call.Answered}: {call.Body}");
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.Clone();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private WireAnswer Answer(WireRequest call)
    {
        if (call.Authorization != "Bearer " + _token) return WireAnswer.Refusal(401, "401 Unauthorized");
        // The project is one segment: its slash is escaped.
        var project = $"{Api}/projects/{Uri.EscapeDataString(_repository.Path)}";
        if (call.Path != project && !call.Path.StartsWith(project + "/", StringComparison.Ordinal)) return WireAnswer.Refusal(404, "404 Project Not Found");
        var path = call.Path[project.Length..];
        return Fault is { } fault ? fault.Answer(() => Answer(call, path)) : Answer(call, path);
    }

    private WireAnswer Answer(WireRequest call, string path)
    {
        if (call.Method == "GET" && path == "/repository/archive.zip") return Archive(call);
        if (call.Method == "POST" && path == "/statuses/" + _repository.Commit) return Status(call);
        return _git.Answer(call, path) ?? WireAnswer.Refusal(404, "404 Not Found");
    }

    private WireAnswer Archive(WireRequest call)
    {
        var reference = call.Target.Contains("?sha=", StringComparison.Ordinal) ? Uri.UnescapeDataString(call.Target.Split("?sha=")[1]) : ForgeRepository.Branch;
        return _repository.Has(reference) ? new WireAnswer(200, _repository.Archive(), "application/zip") : WireAnswer.Refusal(404, "404 File Not Found");
    }

    private static WireAnswer Status(WireRequest call)
    {
        using var document = JsonDocument.Parse(call.Body);
        var body = document.RootElement;
        var fault = call.ContentType != "application/json" ? "content type"
            : body.EnumerateObject().Any(static member => !Members.Contains(member.Name)) ? "unknown member"
            : !States.Contains(body.GetProperty("state").GetString()!) ? "state does not have a valid value"
            : body.TryGetProperty("description", out var text) && text.GetString()!.Length > MaximumText ? "description is too long"
            : body.TryGetProperty("target_url", out var url) && !Uri.IsWellFormedUriString(url.GetString(), UriKind.Absolute) ? "target_url is blocked"
            : null;
        return fault is null ? WireAnswer.Json(201, new { id = 1, status = body.GetProperty("state").GetString() }) : WireAnswer.Refusal(400, fault);
    }
}
