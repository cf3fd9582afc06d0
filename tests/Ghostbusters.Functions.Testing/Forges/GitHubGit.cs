using System.Text.Json;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>GitHub's git data API and pull requests, as far as its documentation describes what is asked here.</summary>
internal sealed class GitHubGit(ForgeRepository repository, GitState git, Func<string> host)
{
    /// <summary>Null: it is no call of this.</summary>
    public WireAnswer? Answer(WireRequest call, string path) => (call.Method, path) switch
    {
        ("GET", "") => WireAnswer.Json(200, new { full_name = repository.Path, default_branch = ForgeRepository.Branch }),
        ("GET", _) when path.StartsWith("/git/ref/heads/", StringComparison.Ordinal) => Ref(path["/git/ref/heads/".Length..]),
        ("GET", _) when path.StartsWith("/git/trees/", StringComparison.Ordinal) => Tree(path["/git/trees/".Length..], call.Target.EndsWith("?recursive=1", StringComparison.Ordinal)),
        ("GET", "/pulls") => Pulls(call.Target),
        ("POST", "/git/blobs") => Body(call, ["content", "encoding"], AddBlob),
        ("POST", "/git/trees") => Body(call, ["base_tree", "tree"], AddTree),
        ("POST", "/git/commits") => Body(call, ["message", "tree", "parents", "author", "committer", "signature"], AddCommit),
        ("POST", "/git/refs") => Body(call, ["ref", "sha"], AddRef),
        ("POST", "/pulls") => Body(call, ["title", "head", "base", "body", "draft", "maintainer_can_modify"], AddPull),
        _ => null,
    };

    private static WireAnswer Body(WireRequest call, string[] members, Func<JsonElement, WireAnswer> answer)
    {
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.EnumerateObject().FirstOrDefault(member => !members.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown
            ? WireAnswer.Refusal(422, unknown.Name + " is not a permitted key.")
            : answer(body.RootElement);
    }

    private WireAnswer Ref(string branch) => git.Branches.TryGetValue(branch, out var commit)
        ? WireAnswer.Json(200, new { @ref = "refs/heads/" + branch, @object = new { type = "commit", sha = commit } })
        : WireAnswer.Refusal(404, "Not Found");

    private WireAnswer Tree(string of, bool isRecursive)
    {
        if (!git.HasCommit(of) || !isRecursive) return WireAnswer.Refusal(404, "Not Found");
        var entries = git.TreeOf(of).Files.Select(static f => new { path = f.Key, mode = f.Value.Mode, type = "blob", sha = f.Value.Blob });
        return WireAnswer.Json(200, new { sha = git.TreeIdOf(of), tree = entries, truncated = false });
    }

    private WireAnswer AddBlob(JsonElement body) => body.GetProperty("encoding").GetString() switch
    {
        "base64" => WireAnswer.Json(201, new { sha = git.AddBlob(body.GetProperty("content").GetBytesFromBase64()) }),
        "utf-8" => WireAnswer.Json(201, new { sha = git.AddBlob(System.Text.Encoding.UTF8.GetBytes(body.GetProperty("content").GetString()!)) }),
        _ => WireAnswer.Refusal(422, "encoding"),
    };

    private WireAnswer AddTree(JsonElement body)
    {
        if (body.GetProperty("base_tree").GetString() is not { } old || !git.HasTree(old)) return WireAnswer.Refusal(422, "base_tree is not a valid tree oid");
        var files = new Dictionary<string, (string Mode, string Blob)>(git.Tree(old).Files, StringComparer.Ordinal);
        foreach (var entry in body.GetProperty("tree").EnumerateArray())
        {
            var (mode, blob) = (entry.GetProperty("mode").GetString()!, entry.GetProperty("sha").GetString()!);
            if (mode is not ("100644" or "100755") || entry.GetProperty("type").GetString() != "blob" || !git.HasBlob(blob)) return WireAnswer.Refusal(422, "tree.sha is not a valid blob");
            files[entry.GetProperty("path").GetString()!] = (mode, blob);
        }
        return WireAnswer.Json(201, new { sha = git.AddTree(files) });
    }

    private WireAnswer AddCommit(JsonElement body)
    {
        var (tree, parents) = (body.GetProperty("tree").GetString()!, body.GetProperty("parents"));
        if (!git.HasTree(tree) || parents.GetArrayLength() != 1 || !git.HasCommit(parents[0].GetString()!) || body.GetProperty("message").GetString() is not { Length: > 0 }) return WireAnswer.Refusal(422, "Tree SHA does not exist");
        return WireAnswer.Json(201, new { sha = git.AddCommit(tree, parents[0].GetString()!, body.GetProperty("message").GetString()!) });
    }

    private WireAnswer AddRef(JsonElement body)
    {
        if (body.GetProperty("ref").GetString() is not { } name || !name.StartsWith("refs/heads/", StringComparison.Ordinal)) return WireAnswer.Refusal(422, "Reference name is invalid");
        if (!git.HasCommit(body.GetProperty("sha").GetString()!)) return WireAnswer.Refusal(422, "Object does not exist");
        return git.TryAddBranch(name["refs/heads/".Length..], body.GetProperty("sha").GetString()!) ? WireAnswer.Json(201, new { @ref = name }) : WireAnswer.Refusal(422, "Reference already exists");
    }

    /// <summary>`head` is `owner:branch`; with any other the filter is not applied, as GitHub does it.</summary>
    private WireAnswer Pulls(string target)
    {
        var query = System.Web.HttpUtility.ParseQueryString(target.Split('?')[1]);
        var parts = (query["head"] ?? "").Split(':');
        var found = git.Requests.Where(r => parts.Length != 2 || (parts[0] == repository.Path.Split('/')[0] && parts[1] == r.Source));
        return WireAnswer.Json(200, found.Select(Json));
    }

    private WireAnswer AddPull(JsonElement body)
    {
        var (source, target) = (body.GetProperty("head").GetString()!, body.GetProperty("base").GetString()!);
        if (!git.Branches.ContainsKey(source) || !git.Branches.ContainsKey(target)) return WireAnswer.Refusal(422, "Validation Failed: head or base is invalid");
        if (git.Requests.Any(r => r.Source == source)) return WireAnswer.Refusal(422, "A pull request already exists for " + source);
        var request = new GitRequest(git.Requests.Count + 1, source, target, body.GetProperty("title").GetString()!, body.GetProperty("body").GetString()!);
        git.AddRequest(request);
        return WireAnswer.Json(201, Json(request));
    }

    private object Json(GitRequest request) => new { number = request.Number, state = "open", html_url = $"http://{host()}/{repository.Path}/pull/{request.Number}" };
}
