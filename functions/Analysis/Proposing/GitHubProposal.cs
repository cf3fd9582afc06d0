using System.Text.Json.Serialization;
using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Functions.Analysis.Proposing;

/// <summary>GitHub: blobs, a tree, a commit and a ref by its git data API, then a pull request. A token needs contents and pull requests, to write.</summary>
internal sealed class GitHubProposal(ForgeCalls calls, ProposalOrder order) : IProposalForge
{
    private readonly string _repository = order.Address.Api;

    public async Task<string?> DefaultBranchAsync(CancellationToken cancellation) =>
        (await calls.FindAsync(_repository, order.Credentials, AnalysisJson.Default.ForgeRepository, cancellation).ConfigureAwait(false))?.DefaultBranch;

    public async Task<string?> HeadAsync(string branch, CancellationToken cancellation) =>
        (await calls.FindAsync($"{_repository}/git/ref/heads/{ForgePaths.Escape(branch)}", order.Credentials, AnalysisJson.Default.GitRef, cancellation).ConfigureAwait(false))?.Object.Sha;

    public async Task<string?> FindRequestAsync(CancellationToken cancellation)
    {
        var owner = order.Address.Path.Split('/')[0];
        var query = $"?head={Uri.EscapeDataString($"{owner}:{order.Branch}")}&state=all&per_page=1";
        var pulls = await calls.FindAsync($"{_repository}/pulls{query}", order.Credentials, AnalysisJson.Default.IReadOnlyListPullRequest, cancellation).ConfigureAwait(false);
        return pulls is [var pull, ..] ? pull.HtmlUrl : null;
    }

    public async Task MakeBranchAsync(string head, CancellationToken cancellation)
    {
        var tree = await calls.FindAsync($"{_repository}/git/trees/{head}?recursive=1", order.Credentials, AnalysisJson.Default.GitTree, cancellation).ConfigureAwait(false)
            ?? throw new ProposalRefusedException("repository-not-found");
        if (tree.Truncated) throw new ProposalRefusedException("repository-too-large");
        var there = tree.Tree.ToDictionary(static entry => entry.Path, StringComparer.Ordinal);
        var entries = new List<GitTreeEntry>();
        foreach (var file in order.Files)
        {
            if (!there.TryGetValue(file.Path, out var old) || old.Sha != file.Was) throw new ProposalRefusedException("files-changed");
            var blob = await calls.MakeAsync(
                $"{_repository}/git/blobs", order.Credentials, new NewGitBlob(Convert.ToBase64String(file.Content), "base64"),
                AnalysisJson.Default.NewGitBlob, AnalysisJson.Default.GitObject, cancellation).ConfigureAwait(false);
            entries.Add(old with { Sha = blob.Sha });
        }
        var made = await calls.MakeAsync(
            $"{_repository}/git/trees", order.Credentials, new NewGitTree(tree.Sha, entries), AnalysisJson.Default.NewGitTree, AnalysisJson.Default.GitObject, cancellation).ConfigureAwait(false);
        var commit = await calls.MakeAsync(
            $"{_repository}/git/commits", order.Credentials, new NewGitCommit(order.Title, made.Sha, [head]), AnalysisJson.Default.NewGitCommit, AnalysisJson.Default.GitObject, cancellation).ConfigureAwait(false);
        await calls.SendAsync(
            HttpMethod.Post, $"{_repository}/git/refs", order.Credentials, new NewGitRef("refs/heads/" + order.Branch, commit.Sha), AnalysisJson.Default.NewGitRef, cancellation).ConfigureAwait(false);
    }

    public async Task<string> MakeRequestAsync(string target, CancellationToken cancellation) => (await calls.MakeAsync(
        $"{_repository}/pulls", order.Credentials, new NewPullRequest(order.Title, order.Branch, target, order.Text),
        AnalysisJson.Default.NewPullRequest, AnalysisJson.Default.PullRequest, cancellation).ConfigureAwait(false)).HtmlUrl;
}

/// <summary>A repository, of either forge.</summary>
internal sealed record ForgeRepository(string? DefaultBranch);

internal sealed record GitRef(GitObject Object);

internal sealed record GitObject(string Sha);

/// <param name="Truncated">There is more than fits one answer.</param>
internal sealed record GitTree(string Sha, IReadOnlyList<GitTreeEntry> Tree, bool Truncated);

/// <param name="Mode">Such as <c>100644</c>.</param>
internal sealed record GitTreeEntry(string Path, string Mode, string Type, string Sha);

internal sealed record NewGitBlob(string Content, string Encoding);

/// <param name="BaseTree">What is not named stays as it is there.</param>
internal sealed record NewGitTree(string BaseTree, IReadOnlyList<GitTreeEntry> Tree);

internal sealed record NewGitCommit(string Message, string Tree, IReadOnlyList<string> Parents);

internal sealed record NewGitRef(string Ref, string Sha);

internal sealed record NewPullRequest(string Title, string Head, [property: JsonPropertyName("base")] string Target, string Body);

internal sealed record PullRequest(string HtmlUrl);
