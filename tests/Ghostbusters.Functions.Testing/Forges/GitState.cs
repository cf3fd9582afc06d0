using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ghostbusters.Functions.Testing.Forges;

/// <summary>What a forge keeps of a repository that is written to: blobs, commits, branches and the requests to merge them.</summary>
public sealed class GitState
{
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitFiles> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Tree, string Parent, string Message)> _commits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _branches = new(StringComparer.Ordinal);
    private readonly List<GitRequest> _requests = [];

    internal GitState(ForgeRepository repository)
    {
        var files = repository.Files.ToDictionary(static f => f.Key, f => (Mode: f.Key.EndsWith(".sh", StringComparison.Ordinal) ? "100755" : "100644", Blob: AddBlob(Encoding.UTF8.GetBytes(f.Value))), StringComparer.Ordinal);
        _commits[repository.Commit] = (AddTree(files), "", "begin");
        _branches[ForgeRepository.Branch] = repository.Commit;
    }

    public IReadOnlyDictionary<string, string> Branches => _branches;

    public IReadOnlyList<GitRequest> Requests => _requests;

    /// <summary>The files at a branch's head, with their modes.</summary>
    public IReadOnlyDictionary<string, (string Mode, string Text)> FilesOf(string branch) =>
        TreeOf(_branches[branch]).Files.ToDictionary(static f => f.Key, f => (f.Value.Mode, Encoding.UTF8.GetString(_blobs[f.Value.Blob])), StringComparer.Ordinal);

    public string ParentOf(string branch) => _commits[_branches[branch]].Parent;

    /// <summary>Somebody commits to a branch.</summary>
    public void Commit(string branch, string path, string text)
    {
        var head = _branches[branch];
        var files = new Dictionary<string, (string Mode, string Blob)>(TreeOf(head).Files, StringComparer.Ordinal) { [path] = ("100644", AddBlob(Encoding.UTF8.GetBytes(text))) };
        _branches[branch] = AddCommit(AddTree(files), head, "edit");
    }

    internal bool HasCommit(string commit) => _commits.ContainsKey(commit);

    internal bool HasTree(string tree) => _trees.ContainsKey(tree);

    internal bool HasBlob(string blob) => _blobs.ContainsKey(blob);

    internal GitFiles Tree(string tree) => _trees[tree];

    internal GitFiles TreeOf(string commit) => _trees[_commits[commit].Tree];

    internal string TreeIdOf(string commit) => _commits[commit].Tree;

    internal string AddBlob(byte[] bytes)
    {
        // As `git hash-object` names it.
        var id = Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0")), .. bytes]));
        _blobs[id] = bytes;
        return id;
    }

    internal string AddTree(IReadOnlyDictionary<string, (string Mode, string Blob)> files)
    {
        var id = Name("tree" + string.Join('\n', files.OrderBy(static f => f.Key, StringComparer.Ordinal).Select(static f => $"{f.Value.Mode} {f.Value.Blob} {f.Key}")));
        _trees[id] = new GitFiles(files);
        return id;
    }

    internal string AddCommit(string tree, string parent, string message)
    {
        var id = Name($"commit {_commits.Count} {tree} {parent}"); // A commit has a time: the same again is another.
        _commits[id] = (tree, parent, message);
        return id;
    }

    internal bool TryAddBranch(string branch, string commit) => _branches.TryAdd(branch, commit);

    internal void AddRequest(GitRequest request) => _requests.Add(request);

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}

/// <summary>A tree, flat.</summary>
internal sealed record GitFiles(IReadOnlyDictionary<string, (string Mode, string Blob)> Files);

/// <summary>A pull or merge request.</summary>
public sealed record GitRequest(int Number, string Source, string Target, string Title, string Text);
