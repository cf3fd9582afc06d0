using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;

namespace Ghostbusters.Functions.Analysis.Fetching;

/// <summary>From a repository's address to its bytes.</summary>
internal sealed class FetchStage(AnalysisStore store, AnalysisProgression progress, RepositoryFetch fetch)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record) return; // It was deleted.
        if (record.Phase.IsEnd() || record.Source.Claim is not null)
        {
            await store.FlushAsync(call.Tenant, call.AnalysisId, [StageQueues.Analyse, StageQueues.Notify], call.Cancellation).ConfigureAwait(false);
            return;
        }
        await progress.EnterAsync(call, Phase.Fetching, 1).ConfigureAwait(false);
        var claim = await ClaimAsync(call, record).ConfigureAwait(false);
        await store.ChangeAsync(
            call.Tenant, call.AnalysisId,
            current => current.Source.Claim is not null || current.Phase.IsEnd() ? null : current with { Source = current.Source with { Claim = claim } },
            StageMessage.To(StageQueues.Analyse, call.AnalysisId, call.Trace), call.Cancellation).ConfigureAwait(false);
    }

    private async Task<Blobs.BlobClaim> ClaimAsync(StageCall call, AnalysisRecord record)
    {
        try
        {
            return await fetch.FetchAsync(call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        }
        catch (FetchRefusedException refused)
        {
            throw new StageRefusedException(refused.Reason, refused);
        }
        catch (OutboundException refused)
        {
            throw new StageRefusedException("repository-refused", refused);
        }
    }
}
