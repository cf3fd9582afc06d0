using System.Globalization;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Functions.Analysis.Analysing;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Analysis.FanningOut;

/// <summary>
/// The tasks of the state machine. A part loads all projects and analyses its own; its outcome is kept under the hash of all
/// that it depends on. The whole is then the one-stage analysis itself, which finds every outcome there: nothing is merged,
/// so nothing can be merged wrongly, and an outcome that is missing is computed.
/// </summary>
internal sealed class Parts(AnalysisStore store, AnalysisProgression progress, EngineRun engine, SourceAnalysis analysis, IBlobs blobs, TimeProvider clock)
{
    private const int First = 5;
    private const int Span = 80;

    /// <summary>Null: there is nothing to do any more.</summary>
    public async Task<PartsPlan?> PlanAsync(StageCall call)
    {
        if (await OpenAsync(call, StageQueues.Notify).ConfigureAwait(false) is not { } record) return null;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        await progress.EnterAsync(call, Phase.Detecting, First).ConfigureAwait(false);
        var count = CodeAnalysis.CountProjects(engine.Request(tree, record.Options, today, progress: null), call.Cancellation);
        return new PartsPlan(today.ToString("O", CultureInfo.InvariantCulture), count, [.. Enumerable.Range(0, count)]);
    }

    /// <summary>Done before, it is not done again.</summary>
    public async Task AnalyseAsync(StageCall call, DateOnly today, int part, int count)
    {
        if (await OpenAsync(call, StageQueues.Notify).ConfigureAwait(false) is not { } record) return;
        var kept = new PartBlobs(blobs, call.Tenant, record.Id);
        if (!await kept.HasAsync(part, call.Cancellation).ConfigureAwait(false))
        {
            var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
            using var folder = new CacheFolder();
            var request = engine.Request(tree, record.Options, today, progress: null) with { Part = part, Cache = new ResultCache(folder.Path, EngineRun.Version) };
            await CodeAnalysis.RunAsync(request, call.Cancellation).ConfigureAwait(false);
            await kept.PutAsync(part, folder, call.Cancellation).ConfigureAwait(false);
        }
        var done = await kept.CountAsync(call.Cancellation).ConfigureAwait(false);
        await progress.EnterQuietlyAsync(call, Phase.Detecting, First + Span * Math.Min(done, count) / Math.Max(1, count)).ConfigureAwait(false);
    }

    public async Task JoinAsync(StageCall call, DateOnly today)
    {
        if (await OpenAsync(call, StageQueues.Report, StageQueues.Notify).ConfigureAwait(false) is not { } record) return;
        var tree = await SourceTree.OpenAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
        using var folder = new CacheFolder();
        await new PartBlobs(blobs, call.Tenant, record.Id).GetAsync(folder, call.Cancellation).ConfigureAwait(false);
        await analysis.RunAsync(call, record, tree, today, new ResultCache(folder.Path, EngineRun.Version)).ConfigureAwait(false);
    }

    public Task FailAsync(StageCall call) => progress.FailAsync(call, "analyse-failed");

    /// <summary>The analysis; null where it was deleted or has its report. A message of this task that waited is sent then.</summary>
    private async Task<AnalysisRecord?> OpenAsync(StageCall call, params IReadOnlyCollection<QueueName> queues)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record) return null;
        if (record.Phase < Phase.Reporting) return record;
        await store.FlushAsync(call.Tenant, call.AnalysisId, queues, call.Cancellation).ConfigureAwait(false);
        return null;
    }
}
