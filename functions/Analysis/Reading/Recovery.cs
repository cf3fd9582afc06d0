using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>Answers with the patch that mends what can be mended with proof, and has it made where it is not there.</summary>
internal sealed class Recovery(AnalysisStore store, IBlobs blobs, IQueue queue)
{
    private const int MaximumPatch = 4 * 1024 * 1024;

    public async Task<APIGatewayProxyResponse> RecoverAsync(ApiCall call)
    {
        if (await store.FindByPathAsync(call).ConfigureAwait(false) is not { } record) return Answers.Problem(Problem.NotFound);
        if (record.Counts is null) return Answers.Problem(Problem.Conflict("The analysis has no result to recover from."));
        await using var content = await blobs.OpenAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), call.Cancellation).ConfigureAwait(false);
        if (content is not null)
        {
            if (content.Head.Length > MaximumPatch) return Answers.Problem(Problem.TooLarge("The patch is too large for one answer. Analyse a part of the repository."));
            using var reader = new StreamReader(content.Stream, Encoding.UTF8);
            var patch = await reader.ReadToEndAsync(call.Cancellation).ConfigureAwait(false);
            return Answers.Json(200, new RecoveryAnswer(record.Id, "ready", patch), AnalysisJson.Default.RecoveryAnswer);
        }
        // Asked for twice, it is made twice and is the same: it changes nothing but its own blob.
        var entry = StageMessage.To(StageQueues.Recover, record.Id, call.Trace);
        await queue.SendAsync(call.Tenant, entry.Queue, entry.Message, call.Cancellation).ConfigureAwait(false);
        var answer = Answers.Json(202, new RecoveryAnswer(record.Id, "recovering", null), AnalysisJson.Default.RecoveryAnswer);
        answer.Headers["retry-after"] = "2";
        return answer;
    }
}
