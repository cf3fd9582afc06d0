using System.Text.Json;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Reporting;

/// <summary>From the engine's JSON to the service's result, and to the end of the analysis.</summary>
internal sealed class ReportStage(AnalysisStore store, AnalysisProgression progress, IBlobs blobs, TimeProvider clock)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record) return; // It was deleted.
        if (record.Phase.IsEnd())
        {
            await store.FlushAsync(call.Tenant, call.AnalysisId, [StageQueues.Notify], call.Cancellation).ConfigureAwait(false);
            return;
        }
        using var engine = JsonDocument.Parse(await ReadAsync(call.Tenant, AnalysisBlobs.Engine(record.Id), call.Cancellation).ConfigureAwait(false));
        var run = JsonSerializer.Deserialize(await ReadAsync(call.Tenant, AnalysisBlobs.Run(record.Id), call.Cancellation).ConfigureAwait(false), AnalysisJson.Default.ResultMetadata)
            ?? throw new InvalidDataException("The record of the engine's run is empty.");
        var (counts, gap) = ReportMaking.Read(engine.RootElement);
        // The result is there before the analysis says that it has one.
        if (record.Finish(counts, gap, clock.GetUtcNow()) is not { } ended) return;
        await blobs.PutBytesAsync(call.Tenant, AnalysisBlobs.Json(record.Id), ReportMaking.Write(ended, run, engine.RootElement), "application/json", call.Cancellation).ConfigureAwait(false);
        var written = await store.ChangeAsync(
            call.Tenant, record.Id, current => current.Finish(counts, gap, clock.GetUtcNow()),
            StageMessage.To(StageQueues.Notify, record.Id, call.Trace), call.Cancellation).ConfigureAwait(false);
        if (written is not null) await progress.TellAsync(call, written).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(TenantId tenant, BlobKey key, CancellationToken cancellation)
    {
        await using var content = await blobs.OpenAsync(tenant, key, cancellation).ConfigureAwait(false) ?? throw new FileNotFoundException($"The blob '{key}' is gone.");
        using var bytes = new MemoryStream();
        await content.Stream.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes.ToArray();
    }
}
