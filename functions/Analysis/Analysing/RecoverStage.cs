using System.Text;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>From bytes to a patch, each repair proved on what the one before it left. Made twice it is the same.</summary>
internal sealed class RecoverStage(AnalysisStore store, EngineRun engine, IBlobs blobs, TimeProvider clock)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { Counts: not null } record) return; // Deleted, or nothing to mend.
        if (await blobs.HeadAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), call.Cancellation).ConfigureAwait(false) is not null) return;
        var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        try
        {
            var outcome = await FixRounds.RunAsync(engine.Request(tree, record.Options, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), progress: null), call.Cancellation).ConfigureAwait(false);
            var patch = string.Concat(outcome.Changes.Select(static change => UnifiedDiff.Between(change.Path, change.Before, change.After)));
            using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(patch), writable: false);
            await blobs.PutAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), bytes, "text/x-diff", call.Cancellation).ConfigureAwait(false);
        }
        catch (ConfigurationException wrong)
        {
            throw new StageRefusedException("options-not-usable", wrong);
        }
    }
}
