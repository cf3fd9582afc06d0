using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>
/// GitHub, as far as its REST API is used here: archives by redirect, check runs with their limits. What its documentation
/// does not allow is answered as it answers it: 401, 403 without a user agent, 422.
/// </summary>
public sealed partial class GitHubDouble : IAsyncDisposable
{
    private const string Api = "/api/v3";

    private readonly WireServer _server;
    private readonly ForgeRepository _repository;
    private readonly string _token;
    private readonly Lock _lock = new();
    private readonly List<CheckRunState> _runs = [];
    private readonly GitHubGit _git;

    public GitHubDouble(ForgeRepository repository, string token)
    {
        (_repository, _token, Git) = (repository, token, new GitState(repository));
        _git = new GitHubGit(repository, Git, () => Host);
        _server = new WireServer(Answer);
    }

    /// <summary>What was written to the repository.</summary>
    public GitState Git { get; }

    /// <summary>Fails a call, before or after its effect, with the status that it says; null: as it is.</summary>
    public ForgeFault? Fault { get; set; }

    public string Host => _server.Host;

    /// <summary>For <c>GHOSTBUSTERS_FORGES</c>.</summary>
    public string Setting => $"github={Host}=http://{Host}{Api}";

    public string RepositoryUrl => $"http://{Host}/{_repository.Path}";

    /// <summary>Waits until a check run has so many annotations; what was refused ends the wait with the reason.</summary>
    public async Task<CheckRunState> RunAsync(string externalId, int annotations, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_lock)
                if (_runs.Find(run => run.ExternalId == externalId && run.Annotations.Count >= annotations) is { } found) return found;
            var call = await _server.NextAsync(static call => call.Method != "GET" || call.Answered >= 400, cancellation);
            if (call.Answered >= 400) throw new InvalidOperationException($"{call.Method} {call.Target} was refused with {call.Answered}: {call.Body}");
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private WireAnswer Answer(WireRequest call)
    {
        if (string.IsNullOrEmpty(call.UserAgent)) return WireAnswer.Refusal(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        if (call.Path == "/codeload/" + _repository.Commit) // The redirect's address is the permission; a token is not shown to another host.
            return new WireAnswer(200, _repository.Archive(), "application/zip");
        if (call.Authorization != "Bearer " + _token) return WireAnswer.Refusal(401, "Bad credentials");
        var repository = $"{Api}/repos/{_repository.Path}";
        if (call.Path != repository && !call.Path.StartsWith(repository + "/", StringComparison.Ordinal)) return WireAnswer.Refusal(404, "Not Found");
        var path = call.Path[repository.Length..];
        return Fault is { } fault ? fault.Answer(() => Answer(call, path)) : Answer(call, path);
    }

    private WireAnswer Answer(WireRequest call, string path)
    {
        if (call.Method == "GET" && path.StartsWith("/zipball/", StringComparison.Ordinal))
            return _repository.Has(path["/zipball/".Length..]) ? new WireAnswer(302, [], Location: "/codeload/" + _repository.Commit) : WireAnswer.Refusal(404, "Not Found");
        lock (_lock)
        {
            if (call.Method == "GET" && path == $"/commits/{_repository.Commit}/check-runs") return List();
            if (call.Method == "POST" && path == "/check-runs") return Create(call);
            if (call.Method == "PATCH" && RunPath().Match(path) is { Success: true } match) return Update(call, long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
            if (_git.Answer(call, path) is { } answer) return answer;
        }
        return WireAnswer.Refusal(404, "Not Found");
    }

    private WireAnswer List() => WireAnswer.Json(200, new { total_count = _runs.Count, check_runs = _runs.Select(static run => run.ToJson()) });

    private WireAnswer Create(WireRequest call)
    {
        using var body = JsonDocument.Parse(call.Body);
        if (CheckRunRules.Fault(body.RootElement, _repository, isNew: true) is { } fault) return WireAnswer.Refusal(422, fault);
        var run = new CheckRunState(_runs.Count + 1, body.RootElement);
        _runs.Add(run);
        return WireAnswer.Json(201, run.ToJson());
    }

    private WireAnswer Update(WireRequest call, long id)
    {
        using var body = JsonDocument.Parse(call.Body);
        if (_runs.Find(run => run.Id == id) is not { } run) return WireAnswer.Refusal(404, "Not Found");
        if (CheckRunRules.Fault(body.RootElement, _repository, isNew: false) is { } fault) return WireAnswer.Refusal(422, fault);
        run.Add(body.RootElement);
        return WireAnswer.Json(200, run.ToJson());
    }

    [GeneratedRegex("^/check-runs/([0-9]+)$")]
    private static partial Regex RunPath();
}

/// <summary>A check run as it was made of the calls.</summary>
public sealed class CheckRunState
{
    private readonly List<JsonElement> _annotations = [];
    private readonly List<int> _batches = [];

    internal CheckRunState(long id, JsonElement body)
    {
        Id = id;
        Body = body.Clone();
        Add(body);
    }

    public long Id { get; }

    /// <summary>The call that made it.</summary>
    public JsonElement Body { get; }

    public string? ExternalId => Body.TryGetProperty("external_id", out var value) ? value.GetString() : null;

    public IReadOnlyList<JsonElement> Annotations => _annotations;

    /// <summary>How many annotations each call brought.</summary>
    public IReadOnlyList<int> Batches => _batches;

    /// <summary>Annotations add up; they do not replace one another.</summary>
    internal void Add(JsonElement body)
    {
        if (!body.TryGetProperty("output", out var output) || !output.TryGetProperty("annotations", out var annotations)) return;
        _annotations.AddRange(annotations.EnumerateArray().Select(static a => a.Clone()));
        _batches.Add(annotations.GetArrayLength());
    }

    internal object ToJson() => new { id = Id, external_id = ExternalId, output = new { annotations_count = _annotations.Count } };
}
