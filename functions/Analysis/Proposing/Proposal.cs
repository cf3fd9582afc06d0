using Ghostbusters.Functions.Analysis.Outbound;

namespace Ghostbusters.Functions.Analysis.Proposing;

/// <summary>What is proposed, and where.</summary>
/// <param name="Target">The branch that was analysed; null: the repository's default branch.</param>
/// <param name="Link">The result, for people; null: the service has no address.</param>
internal sealed record ProposalOrder(
    RepositoryAddress Address, string? Target, string AnalysisId, IReadOnlyList<RepairedFile> Files, string? Link, IReadOnlyDictionary<string, string> Credentials)
{
    /// <summary>Made from the analysis, so that a second attempt finds what the first one made.</summary>
    public string Branch => "ghostbusters/" + AnalysisId;

    public string Title => Files.Count == 1 ? "Ghostbusters: repairs in 1 file" : FormattableString.Invariant($"Ghostbusters: repairs in {Files.Count} files");

    public string Text =>
        "Each of these repairs was proved before it was proposed: the code still compiles, the finding is gone, and there is no new one. Nothing else was changed.\n\n"
        + (Link is null ? "Analysis " + AnalysisId : $"[Analysis {AnalysisId}]({Link})");
}

/// <summary>What a proposal asks of a forge.</summary>
internal interface IProposalForge
{
    Task<string?> DefaultBranchAsync(CancellationToken cancellation);

    /// <summary>The commit at a branch's head; null: there is no such branch.</summary>
    Task<string?> HeadAsync(string branch, CancellationToken cancellation);

    /// <summary>The address of a request that proposes our branch, open or not; null: there is none.</summary>
    Task<string?> FindRequestAsync(CancellationToken cancellation);

    /// <summary>One commit on top of a head, on a new branch of ours.</summary>
    /// <exception cref="ProposalRefusedException">A file is not as it was analysed.</exception>
    Task MakeBranchAsync(string head, CancellationToken cancellation);

    /// <summary>Asks for our branch to be merged, and says at what address.</summary>
    Task<string> MakeRequestAsync(string target, CancellationToken cancellation);
}

/// <summary>
/// Proposes repairs as a branch and a pull or merge request. What is there is found before anything is made, so that it can be
/// repeated at any point; files that changed since the analysis are never overwritten.
/// </summary>
internal static class Proposal
{
    /// <summary>A person has to read it.</summary>
    public const int MaximumFiles = 100;

    /// <exception cref="ProposalRefusedException">It cannot be made.</exception>
    /// <exception cref="HttpRequestException">The forge fails for now.</exception>
    public static async Task<string> MakeAsync(IProposalForge forge, ProposalOrder order, CancellationToken cancellation)
    {
        if (order.Files.Count == 0) throw new ProposalRefusedException("nothing-to-repair");
        if (order.Files.Count > MaximumFiles) throw new ProposalRefusedException("too-many-files");
        try
        {
            if (await forge.FindRequestAsync(cancellation).ConfigureAwait(false) is { } there) return there;
            var target = order.Target ?? await forge.DefaultBranchAsync(cancellation).ConfigureAwait(false) ?? throw new ProposalRefusedException("repository-not-found");
            await EnsureBranchAsync(forge, order, target, cancellation).ConfigureAwait(false);
            return await EnsureRequestAsync(forge, target, cancellation).ConfigureAwait(false);
        }
        catch (ForgeRefusedException refused)
        {
            throw new ProposalRefusedException(FormattableString.Invariant($"forge-answered-{refused.Status}"), refused);
        }
    }

    private static async Task EnsureBranchAsync(IProposalForge forge, ProposalOrder order, string target, CancellationToken cancellation)
    {
        if (await forge.HeadAsync(order.Branch, cancellation).ConfigureAwait(false) is not null) return;
        var head = await forge.HeadAsync(target, cancellation).ConfigureAwait(false) ?? throw new ProposalRefusedException("not-a-branch");
        try
        {
            await forge.MakeBranchAsync(head, cancellation).ConfigureAwait(false);
        }
        catch (ForgeRefusedException)
        {
            // Another delivery of the message may have been faster; what it made is the same.
            if (await forge.HeadAsync(order.Branch, cancellation).ConfigureAwait(false) is null) throw;
        }
    }

    private static async Task<string> EnsureRequestAsync(IProposalForge forge, string target, CancellationToken cancellation)
    {
        try
        {
            return await forge.MakeRequestAsync(target, cancellation).ConfigureAwait(false);
        }
        catch (ForgeRefusedException)
        {
            if (await forge.FindRequestAsync(cancellation).ConfigureAwait(false) is { } faster) return faster;
            throw;
        }
    }
}
