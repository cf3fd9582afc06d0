using System.Text.Json;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Analysis.Proposing;

/// <summary>From repaired files to a pull or merge request. Its outcome is kept, so that it is told and not made again.</summary>
internal sealed class ProposeStage(AnalysisStore store, ForgeCalls calls, IBlobs blobs, ISecrets secrets, OutboundOptions options, JsonLog log)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record) return; // It was deleted.
        if (await blobs.HeadAsync(call.Tenant, AnalysisBlobs.Proposal(record.Id), call.Cancellation).ConfigureAwait(false) is not null) return;
        var outcome = await OutcomeAsync(call, record).ConfigureAwait(false);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(outcome, AnalysisJson.Default.ProposalOutcome);
        await blobs.PutBytesAsync(call.Tenant, AnalysisBlobs.Proposal(record.Id), bytes, "application/json", call.Cancellation).ConfigureAwait(false);
    }

    private async Task<ProposalOutcome> OutcomeAsync(StageCall call, AnalysisRecord record)
    {
        try
        {
            var order = await OrderAsync(call, record).ConfigureAwait(false);
            IProposalForge forge = order.Address.Forge.Kind == ForgeKind.GitHub ? new GitHubProposal(calls, order) : new GitLabProposal(calls, order);
            return new ProposalOutcome(await Proposal.MakeAsync(forge, order, call.Cancellation).ConfigureAwait(false), null);
        }
        catch (ProposalRefusedException refused)
        {
            Log(call).Warning("proposal-refused", ("why", refused.Reason));
            return new ProposalOutcome(null, refused.Reason);
        }
        catch (OutboundException refused)
        {
            Log(call).Error("proposal-refused", refused);
            return new ProposalOutcome(null, "repository-refused");
        }
    }

    private async Task<ProposalOrder> OrderAsync(StageCall call, AnalysisRecord record)
    {
        var address = RepositoryAddress.Find(record.Source.Repository, options) ?? throw new ProposalRefusedException("repository-unknown-forge");
        var credentials = await ForgeTokens.HeadersAsync(secrets, call.Tenant, address.Forge.Kind, call.Cancellation).ConfigureAwait(false);
        if (credentials.Count == 0) throw new ProposalRefusedException("no-token");
        var repairs = await Repairs.FindAsync(blobs, call.Tenant, record.Id, call.Cancellation).ConfigureAwait(false) ?? throw new ProposalRefusedException("repairs-gone");
        return new ProposalOrder(address, record.Source.Ref, record.Id, repairs.Files, options.LinkTo(record.Id), credentials);
    }

    private JsonLog Log(StageCall call) => log.Of(call, "propose");
}
