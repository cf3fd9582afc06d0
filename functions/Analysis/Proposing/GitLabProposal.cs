using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Functions.Analysis.Proposing;

/// <summary>GitLab: one commit on a new branch by its commits API, then a merge request. A token needs <c>api</c> and the role of a developer.</summary>
internal sealed class GitLabProposal(ForgeCalls calls, ProposalOrder order) : IProposalForge
{
    private readonly string _project = order.Address.Api;

    public async Task<string?> DefaultBranchAsync(CancellationToken cancellation) =>
        (await calls.FindAsync(_project, order.Credentials, AnalysisJson.Default.ForgeRepository, cancellation).ConfigureAwait(false))?.DefaultBranch;

    public async Task<string?> HeadAsync(string branch, CancellationToken cancellation) =>
        (await calls.FindAsync($"{_project}/repository/branches/{Uri.EscapeDataString(branch)}", order.Credentials, AnalysisJson.Default.GitLabBranch, cancellation).ConfigureAwait(false))?.Commit.Id;

    public async Task<string?> FindRequestAsync(CancellationToken cancellation)
    {
        var query = $"?source_branch={Uri.EscapeDataString(order.Branch)}&state=all&per_page=1";
        var requests = await calls.FindAsync($"{_project}/merge_requests{query}", order.Credentials, AnalysisJson.Default.IReadOnlyListMergeRequest, cancellation).ConfigureAwait(false);
        return requests is [var request, ..] ? request.WebUrl : null;
    }

    public async Task MakeBranchAsync(string head, CancellationToken cancellation)
    {
        foreach (var file in order.Files)
        {
            var path = $"{_project}/repository/files/{Uri.EscapeDataString(file.Path)}?ref={head}";
            var there = await calls.FindAsync(path, order.Credentials, AnalysisJson.Default.GitLabFile, cancellation).ConfigureAwait(false);
            if (there?.BlobId != file.Was) throw new ProposalRefusedException("files-changed");
        }
        var actions = order.Files.Select(static file => new GitLabAction("update", file.Path, Convert.ToBase64String(file.Content), "base64"));
        await calls.SendAsync(
            HttpMethod.Post, $"{_project}/repository/commits", order.Credentials,
            new NewGitLabCommit(order.Branch, head, order.Title, [.. actions]), AnalysisJson.Default.NewGitLabCommit, cancellation).ConfigureAwait(false);
    }

    public async Task<string> MakeRequestAsync(string target, CancellationToken cancellation) => (await calls.MakeAsync(
        $"{_project}/merge_requests", order.Credentials, new NewMergeRequest(order.Branch, target, order.Title, order.Text, RemoveSourceBranch: true),
        AnalysisJson.Default.NewMergeRequest, AnalysisJson.Default.MergeRequest, cancellation).ConfigureAwait(false)).WebUrl;
}

internal sealed record GitLabBranch(GitLabCommit Commit);

internal sealed record GitLabCommit(string Id);

internal sealed record GitLabFile(string BlobId);

/// <param name="StartSha">The new branch begins there.</param>
internal sealed record NewGitLabCommit(string Branch, string StartSha, string CommitMessage, IReadOnlyList<GitLabAction> Actions);

internal sealed record GitLabAction(string Action, string FilePath, string Content, string Encoding);

internal sealed record NewMergeRequest(string SourceBranch, string TargetBranch, string Title, string Description, bool RemoveSourceBranch);

internal sealed record MergeRequest(string WebUrl);
