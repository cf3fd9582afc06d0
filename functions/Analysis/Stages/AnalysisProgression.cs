using Ghostbusters.Functions.Analysis.Progress;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>Moves analyses on, and tells those who watch. A watcher that cannot be told holds nothing up: it reads on when it comes back.</summary>
internal sealed class AnalysisProgression(AnalysisStore store, ProgressFeed feed, TimeProvider clock, JsonLog log)
{
    /// <summary>The analysis failed: written, and told by the next stage.</summary>
    public async Task FailAsync(StageCall call, string reason)
    {
        var failed = await store.ChangeAsync(
            call.Tenant, call.AnalysisId, record => record.Fail(reason, clock.GetUtcNow()),
            StageMessage.To(StageQueues.Notify, call.AnalysisId, call.Trace), call.Cancellation).ConfigureAwait(false);
        if (failed is not null) await TellAsync(call, failed).ConfigureAwait(false);
    }

    /// <summary>On to a phase, as far as it is not there yet.</summary>
    public async Task EnterAsync(StageCall call, Phase phase, int percent)
    {
        var entered = await store.ChangeAsync(call.Tenant, call.AnalysisId, record => record.To(phase, percent, clock.GetUtcNow()), null, call.Cancellation).ConfigureAwait(false);
        if (entered is not null) await TellAsync(call, entered).ConfigureAwait(false);
    }

    /// <summary>The same, for progress that nothing depends on: where it cannot be written, the log says so and the work goes on.</summary>
    public async Task EnterQuietlyAsync(StageCall call, Phase phase, int percent)
    {
        try
        {
            await EnterAsync(call, phase, percent).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.Of(call).Error("progress-not-written", failure);
        }
    }

    public async Task TellAsync(StageCall call, AnalysisRecord record)
    {
        try
        {
            await feed.PublishAsync(call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.Of(call).Error("progress-not-told", failure);
        }
    }
}
