using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>From bytes to findings: here, or in parts where that is too much for one function.</summary>
internal sealed class AnalyseStage(AnalysisStore store, SourceAnalysis analysis, FanOut fanOut, IBlobs blobs, TimeProvider clock)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record) return; // It was deleted.
        if (record.Phase >= Phase.Reporting)
        {
            await store.FlushAsync(call.Tenant, call.AnalysisId, [StageQueues.Report, StageQueues.Notify], call.Cancellation).ConfigureAwait(false);
            return;
        }
        var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        if (fanOut.IsFor(tree)) await fanOut.StartAsync(call).ConfigureAwait(false);
        else await analysis.RunAsync(call, record, tree, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cache: null).ConfigureAwait(false);
    }
}
