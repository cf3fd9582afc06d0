using System.Text;
using System.Text.Json;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Git;
using Ghostbusters.Functions.Analysis.Proposing;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>
/// From bytes to repaired files and their patch, each repair proved on what the one before it left. Made twice it is the same. Where they
/// are to be proposed to the forge, another function does that: this one has no token and goes nowhere.
/// </summary>
internal sealed class RecoverStage(AnalysisStore store, EngineRun engine, IBlobs blobs, IQueue queue, TimeProvider clock)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { Counts: not null } record) return; // Deleted, or nothing to mend.
        if (!await IsMadeAsync(call, record).ConfigureAwait(false)) await MakeAsync(call, record).ConfigureAwait(false);
        if (!call.Proposes) return;
        var next = StageMessage.To(StageQueues.Propose, record.Id, call.Trace);
        await queue.SendAsync(call.Tenant, next.Queue, next.Message, call.Cancellation).ConfigureAwait(false);
    }

    /// <summary>The patch is written last; one of an earlier version has no files beside it.</summary>
    private async Task<bool> IsMadeAsync(StageCall call, AnalysisRecord record) =>
        await blobs.HeadAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), call.Cancellation).ConfigureAwait(false) is not null
        && await blobs.HeadAsync(call.Tenant, AnalysisBlobs.Repairs(record.Id), call.Cancellation).ConfigureAwait(false) is not null;

    private async Task MakeAsync(StageCall call, AnalysisRecord record)
    {
        var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        try
        {
            var outcome = await FixRounds.RunAsync(engine.Request(tree, record.Options, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), progress: null), call.Cancellation).ConfigureAwait(false);
            var repairs = new Repairs([.. outcome.Changes.Select(change => new RepairedFile(change.Path, BlobName.Of(tree.Read(change.Path).Span), change.Content.ToArray()))]);
            await blobs.PutBytesAsync(
                call.Tenant, AnalysisBlobs.Repairs(record.Id), JsonSerializer.SerializeToUtf8Bytes(repairs, AnalysisJson.Default.Repairs), "application/json", call.Cancellation).ConfigureAwait(false);
            var patch = string.Concat(outcome.Changes.Select(static change => UnifiedDiff.Between(change.Path, change.Before, change.After)));
            await blobs.PutBytesAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), Encoding.UTF8.GetBytes(patch), "text/x-diff", call.Cancellation).ConfigureAwait(false);
        }
        catch (ConfigurationException wrong)
        {
            throw new StageRefusedException("options-not-usable", wrong);
        }
    }
}
