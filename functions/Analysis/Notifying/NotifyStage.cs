using System.Text.Json;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Analysis.Notifying;

/// <summary>Tells the commit and the callback what came of an analysis.</summary>
internal sealed class NotifyStage(AnalysisStore store, Notification notification, IBlobs blobs, ISecrets secrets, OutboundOptions options, JsonLog log)
{
    public async Task RunAsync(StageCall call)
    {
        if (await store.FindAsync(call.Tenant, call.AnalysisId, call.Cancellation).ConfigureAwait(false) is not { } record || !record.Phase.IsEnd()) return;
        if (record.Source.ReportTo is { } commit && RepositoryAddress.Find(record.Source.Repository, options) is { } address)
            await TryAsync(call, "forge", () => CommitAsync(call, record, address, commit)).ConfigureAwait(false);
        if (OutboundUrl.Parse(record.Options.CallbackUrl, options) is { } url)
            await TryAsync(call, "callback", () => notification.CallbackAsync(url, new CallbackBody(record.Id, record.Summary.Status), call.Cancellation)).ConfigureAwait(false);
    }

    private async Task CommitAsync(StageCall call, AnalysisRecord record, RepositoryAddress address, string commit)
    {
        var credentials = await ForgeTokens.HeadersAsync(secrets, call.Tenant, address.Forge.Kind, call.Cancellation).ConfigureAwait(false);
        if (credentials.Count == 0)
        {
            Log(call).Warning("notify-without-token", ("forge", address.Forge.Kind.ToString()));
            return;
        }
        var verdict = Verdict.Of(record.Summary);
        if (address.Forge.Kind == ForgeKind.GitLab)
            await notification.CommitStatusAsync(address, commit, record.Id, verdict, credentials, call.Cancellation).ConfigureAwait(false);
        else
            await notification.CheckRunAsync(new CheckRunOrder(address, commit, record.Id, verdict, await AnnotationsAsync(call, record).ConfigureAwait(false), credentials), call.Cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<CheckAnnotation>> AnnotationsAsync(StageCall call, AnalysisRecord record)
    {
        if (record.Counts is null) return [];
        await using var content = await blobs.OpenAsync(call.Tenant, AnalysisBlobs.Json(record.Id), call.Cancellation).ConfigureAwait(false)
            ?? throw new FileNotFoundException("The result is gone.");
        using var result = await JsonDocument.ParseAsync(content.Stream, cancellationToken: call.Cancellation).ConfigureAwait(false);
        return Verdict.Annotations(result.RootElement);
    }

    /// <summary>A refusal for good is written down and does not keep the other from being told.</summary>
    private async Task TryAsync(StageCall call, string whom, Func<Task> tell)
    {
        try
        {
            await tell().ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is ForgeRefusedException or OutboundException)
        {
            Log(call).Error("notify-refused", refused, ("whom", whom));
        }
    }

    private JsonLog Log(StageCall call) => log.Of(call, "notify");
}
