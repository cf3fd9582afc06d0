using System.Text.Json;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Proposing;

/// <summary>The repaired files of an analysis, whole.</summary>
internal sealed record Repairs(IReadOnlyList<RepairedFile> Files)
{
    private const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>Null: they are not made yet.</summary>
    public static async Task<Repairs?> FindAsync(IBlobs blobs, TenantId tenant, string analysis, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(tenant, AnalysisBlobs.Repairs(analysis), cancellation).ConfigureAwait(false);
        if (content is null) return null;
        if (content.Head.Length > MaximumBytes) throw new ProposalRefusedException("repairs-too-large");
        return await JsonSerializer.DeserializeAsync(content.Stream, AnalysisJson.Default.Repairs, cancellation).ConfigureAwait(false);
    }
}

/// <summary>A repaired file.</summary>
/// <param name="Path">In the repository.</param>
/// <param name="Was">The id that git gives the file as it was analysed: where the branch has another, it is not overwritten.</param>
/// <param name="Content">Its bytes, in its own encoding.</param>
internal sealed record RepairedFile(string Path, string Was, byte[] Content);

/// <summary>What became of a proposal.</summary>
/// <param name="Url">Of the pull or merge request; null where there is none.</param>
/// <param name="Refusal">Why there is none: a code, no text of a user's or of a forge's.</param>
internal sealed record ProposalOutcome(string? Url, string? Refusal);

/// <summary>No proposal can be made, as things are.</summary>
internal sealed class ProposalRefusedException(string reason, Exception? inner = null) : Exception("Nothing is proposed: " + reason + ".", inner)
{
    public string Reason { get; } = reason;
}
