using System.Text.Json;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>GitLab's branches, files, commits and merge requests, as far as its documentation describes what is asked here.</summary>
internal sealed class GitLabGit(ForgeRepository repository, GitState git, Func<string> host)
{
    private const string Branches = "/repository/branches/";
    private const string Files = "/repository/files/";

    /// <summary>Null: it is no call of this.</summary>
    public WireAnswer? Answer(WireRequest call, string path) => (call.Method, path) switch
    {
        ("GET", "") => WireAnswer.Json(200, new { path_with_namespace = repository.Path, default_branch = ForgeRepository.Branch }),
        ("GET", _) when path.StartsWith(Branches, StringComparison.Ordinal) => Branch(Uri.UnescapeDataString(path[Branches.Length..])),
        ("GET", _) when path.StartsWith(Files, StringComparison.Ordinal) => File(Uri.UnescapeDataString(path[Files.Length..]), call.Target.Split("?ref=")[1]),
        ("GET", "/merge_requests") => Requests(call.Target),
        ("POST", "/repository/commits") => Body(call, AddCommit),
        ("POST", "/merge_requests") => Body(call, AddRequest),
        _ => null,
    };

    private static WireAnswer Body(WireRequest call, Func<JsonElement, WireAnswer> answer)
    {
        using var body = JsonDocument.Parse(call.Body);
        return answer(body.RootElement);
    }

    private WireAnswer Branch(string branch) => git.Branches.TryGetValue(branch, out var commit)
        ? WireAnswer.Json(200, new { name = branch, commit = new { id = commit } })
        : WireAnswer.Refusal(404, "404 Branch Not Found");

    private WireAnswer File(string path, string commit) => git.HasCommit(commit) && git.TreeOf(commit).Files.TryGetValue(path, out var file)
        ? WireAnswer.Json(200, new { file_path = path, blob_id = file.Blob, @ref = commit, execute_filemode = file.Mode == "100755" })
        : WireAnswer.Refusal(404, "404 File Not Found");

    private WireAnswer AddCommit(JsonElement body)
    {
        var (branch, start) = (body.GetProperty("branch").GetString()!, body.GetProperty("start_sha").GetString()!);
        if (git.Branches.ContainsKey(branch)) return WireAnswer.Refusal(400, $"A branch called '{branch}' already exists. Switch to that branch in order to make changes");
        if (!git.HasCommit(start) || body.GetProperty("commit_message").GetString() is not { Length: > 0 }) return WireAnswer.Refusal(400, "start_sha");
        var files = new Dictionary<string, (string Mode, string Blob)>(git.TreeOf(start).Files, StringComparer.Ordinal);
        foreach (var action in body.GetProperty("actions").EnumerateArray())
        {
            var path = action.GetProperty("file_path").GetString()!;
            if (action.GetProperty("action").GetString() != "update" || action.GetProperty("encoding").GetString() != "base64") return WireAnswer.Refusal(400, "action");
            if (!files.TryGetValue(path, out var old)) return WireAnswer.Refusal(400, "A file with this name doesn't exist");
            files[path] = (old.Mode, git.AddBlob(action.GetProperty("content").GetBytesFromBase64()));
        }
        git.TryAddBranch(branch, git.AddCommit(git.AddTree(files), start, body.GetProperty("commit_message").GetString()!));
        return WireAnswer.Json(201, new { id = git.Branches[branch] });
    }

    private WireAnswer Requests(string target)
    {
        var branch = System.Web.HttpUtility.ParseQueryString(target.Split('?')[1])["source_branch"];
        return WireAnswer.Json(200, git.Requests.Where(r => branch is null || r.Source == branch).Select(Json));
    }

    private WireAnswer AddRequest(JsonElement body)
    {
        var (source, target) = (body.GetProperty("source_branch").GetString()!, body.GetProperty("target_branch").GetString()!);
        if (!git.Branches.ContainsKey(source) || !git.Branches.ContainsKey(target)) return WireAnswer.Refusal(400, "branch");
        if (git.Requests.Any(r => r.Source == source)) return WireAnswer.Refusal(409, "Another open merge request already exists for this source branch");
        var request = new GitRequest(git.Requests.Count + 1, source, target, body.GetProperty("title").GetString()!, body.GetProperty("description").GetString()!);
        git.AddRequest(request);
        return WireAnswer.Json(201, Json(request));
    }

    private object Json(GitRequest request) => new { iid = request.Number, state = "opened", web_url = $"http://{host()}/{repository.Path}/-/merge_requests/{request.Number}" };
}
