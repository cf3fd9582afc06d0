using System.Diagnostics;
using System.Text.Json;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>
/// From files to the engine's reports, and on to the next stage. Its outcome depends on the files, the options and the day only,
/// so two runs at once write the same, and one conditional write decides which of them goes on.
/// </summary>
internal sealed class SourceAnalysis(AnalysisStore store, AnalysisProgression progress, EngineRun engine, IBlobs blobs, TimeProvider clock)
{
    /// <param name="cache">What is known of projects; null: nothing is.</param>
    public async Task RunAsync(StageCall call, AnalysisRecord record, Engine.Files.FileTree tree, DateOnly today, ResultCache? cache)
    {
        var began = Stopwatch.GetTimestamp();
        var (request, result) = await AnalyseAsync(call, record, tree, today, cache).ConfigureAwait(false);
        await WriteAsync(call, ReportFormat.Json, AnalysisBlobs.Engine(record.Id), "application/json", request, result).ConfigureAwait(false);
        await WriteAsync(call, ReportFormat.SarifFull, AnalysisBlobs.Sarif(record.Id), "application/sarif+json", request, result).ConfigureAwait(false);
        await WriteAsync(call, ReportFormat.Html, AnalysisBlobs.Html(record.Id), "text/html", request, result).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(began);
        var run = new ResultMetadata(
            (long)elapsed.TotalMilliseconds, call.MemoryMb, Math.Round(elapsed.TotalSeconds * call.MemoryMb / 1024, 4), record.User, EngineRun.Version);
        await blobs.PutBytesAsync(call.Tenant, AnalysisBlobs.Run(record.Id), JsonSerializer.SerializeToUtf8Bytes(run, AnalysisJson.Default.ResultMetadata), "application/json", call.Cancellation).ConfigureAwait(false);
        var reported = await store.ChangeAsync(
            call.Tenant, record.Id, current => current.Phase >= Phase.Reporting ? null : current.To(Phase.Reporting, 95, clock.GetUtcNow()),
            StageMessage.To(StageQueues.Report, record.Id, call.Trace), call.Cancellation).ConfigureAwait(false);
        if (reported is not null) await progress.TellAsync(call, reported).ConfigureAwait(false);
    }

    private async Task<(AnalysisRequest Request, AnalysisResult Result)> AnalyseAsync(StageCall call, AnalysisRecord record, Engine.Files.FileTree tree, DateOnly today, ResultCache? cache)
    {
        await using var relay = new ProgressRelay(call, progress);
        try
        {
            var request = engine.Request(tree, record.Options, today, relay) with { Cache = cache };
            var before = await SourceTree.OpenBaseAsync(blobs, call.Tenant, record, call.Cancellation).ConfigureAwait(false);
            return (request, await EngineRun.RunAsync(request, record.Options, before, call.Cancellation).ConfigureAwait(false));
        }
        catch (ConfigurationException wrong)
        {
            throw new StageRefusedException("options-not-usable", wrong);
        }
        catch (OperationCanceledException late) when (call.Cancellation.IsCancellationRequested)
        {
            throw new StageRefusedException("out-of-time", late); // The next attempt would have no more time than this one.
        }
    }

    private async Task WriteAsync(StageCall call, ReportFormat format, BlobKey key, string contentType, AnalysisRequest request, AnalysisResult result)
    {
        using var bytes = new MemoryStream();
        Report.Write(format, result, bytes, EngineRun.ReportOptions(request));
        bytes.Position = 0;
        await blobs.PutAsync(call.Tenant, key, bytes, contentType, call.Cancellation).ConfigureAwait(false);
    }
}
