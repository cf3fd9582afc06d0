using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis.Submitting;

/// <summary>Takes a submission: its bytes into a blob, its record and first message in one write. Nothing is fetched here.</summary>
internal sealed class Submission(AnalysisStore store, IBlobs blobs, UlidGenerator ids, OutboundOptions outbound, TimeProvider clock)
{
    private const int MaximumKey = 255;

    public async Task<SubmissionOutcome> SubmitAsync(ApiCall call, AnalyzeRequest request)
    {
        if (SubmissionRules.Check(request, outbound) is { Count: > 0 } problems) return new(null, Problem.Invalid("Some fields are wrong.", problems));
        var key = call.Header("idempotency-key");
        if (key is not null && (key.Length is 0 or > MaximumKey || key.Any(char.IsControl)))
            return new(null, Problem.Invalid("An Idempotency-Key has 1 to 255 printable characters."));

        var id = key is null ? ids.Next() : Digest.IdOf("submission", call.Caller.Subject + "\n" + key);
        var payload = Digest.Of(JsonSerializer.SerializeToUtf8Bytes(request, AnalysisJson.Default.AnalyzeRequest));
        if (key is not null && await store.FindAsync(call.Tenant, id, call.Cancellation).ConfigureAwait(false) is { } earlier && earlier.Payload != payload)
            return new(null, Problem.Conflict("The Idempotency-Key was used for another request."));
        if (await SourceAsync(call, id, request).ConfigureAwait(false) is not { } source)
            return new(null, Problem.Invalid("Some fields are wrong.", new FieldProblem("/upload", "There is no such upload, or its bytes have not arrived.")));

        var now = clock.GetUtcNow();
        var record = new AnalysisRecord
        {
            Id = id,
            Project = request.ProjectPath ?? ProjectOf(source),
            Source = source,
            CreatedAt = now,
            Payload = payload,
            User = call.Caller.Subject,
            Options = request.Options ?? new AnalyzeOptions(),
            Entries = [new PhaseEntry(Phase.Queued, 1, 0, now)],
        };
        var stage = source.Claim is null ? StageQueues.Fetch : StageQueues.Analyse;
        var (made, _) = await store.CreateAsync(call.Tenant, record, StageMessage.To(stage, id, call.Trace), call.Cancellation).ConfigureAwait(false);
        return made.Payload == payload
            ? new(made, null)
            : new(null, Problem.Conflict("The Idempotency-Key was used for another request."));
    }

    /// <summary>Null: the upload is not there.</summary>
    private async Task<SourceOrder?> SourceAsync(ApiCall call, string id, AnalyzeRequest request)
    {
        if (request.Repository is { Url: { } url } repository)
            return new SourceOrder(SourceKind.Repository, RepositoryAddress.Find(url, outbound)!.PublicUrl, repository.Ref, null);
        if (request.Upload is { } upload)
        {
            var head = await blobs.HeadAsync(call.Tenant, AnalysisBlobs.Upload(upload), call.Cancellation).ConfigureAwait(false);
            return head is null ? null : new SourceOrder(SourceKind.Archive, null, null, new BlobClaim(call.Tenant, head.Key, head.Sha256, head.Length));
        }
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new SourceFiles(request.Files!), AnalysisJson.Default.SourceFiles);
        var claim = await blobs.PutBytesAsync(call.Tenant, AnalysisBlobs.Source(id), bytes, "application/json", call.Cancellation).ConfigureAwait(false);
        return new SourceOrder(SourceKind.Files, null, null, claim);
    }

    private static string ProjectOf(SourceOrder source) => source.Kind switch
    {
        SourceKind.Repository => new Uri(source.Repository!).AbsolutePath.Trim('/'),
        SourceKind.Archive => "upload",
        _ => "files",
    };
}

/// <summary>What came of a submission.</summary>
/// <param name="Record">The analysis; null where there is a problem.</param>
internal sealed record SubmissionOutcome(AnalysisRecord? Record, Problem? Problem);
