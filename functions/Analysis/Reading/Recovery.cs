using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Reading;

/// <summary>
/// Answers with what mends all that can be mended with proof, as a patch or as a pull request, and has it made where it is not there.
/// </summary>
internal sealed class Recovery(AnalysisStore store, [FromKeyedServices(TableNames.Analysis)] ITable table, IBlobs blobs, IQueue queue, TimeProvider clock)
{
    private const int MaximumPatch = 4 * 1024 * 1024;
    private const string AsPatch = "patch";
    private const string AsPullRequest = "pull_request";

    /// <summary>An order is given again after so long: until then it is being carried out, or its message is tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<APIGatewayProxyResponse> RecoverAsync(ApiCall call)
    {
        var wanted = AsPatch;
        if (!string.IsNullOrEmpty(call.Request.Body))
        {
            if (!Bodies.TryRead(call.Request, AnalysisJson.Default.RecoveryRequest, out var body, out var problem)) return Answers.Problem(problem);
            wanted = body.As ?? AsPatch;
        }
        if (wanted is not (AsPatch or AsPullRequest)) return Answers.Problem(Problem.Invalid("Some fields are wrong.", new FieldProblem("/as", "patch or pull_request is wanted.")));
        if (await store.FindByPathAsync(call).ConfigureAwait(false) is not { } record) return Answers.Problem(Problem.NotFound);
        if (record.Counts is null) return Answers.Problem(Problem.Conflict("The analysis has no result to recover from."));
        if (wanted == AsPullRequest && record.Source.Kind != SourceKind.Repository) return Answers.Problem(Problem.Conflict("What is no repository has no pull requests. Ask for a patch."));
        if (await (wanted == AsPatch ? PatchAsync(call, record) : ProposalAsync(call, record)).ConfigureAwait(false) is { } made) return made;

        if (await OrderAsync(call, record, wanted).ConfigureAwait(false))
        {
            var entry = StageMessage.To(StageQueues.Recover, record.Id, call.Trace, proposes: wanted == AsPullRequest);
            await queue.SendAsync(call.Tenant, entry.Queue, entry.Message, call.Cancellation).ConfigureAwait(false);
        }
        var answer = Answers.Json(202, new RecoveryAnswer(record.Id, "recovering", null, null, null), AnalysisJson.Default.RecoveryAnswer);
        answer.Headers["retry-after"] = "2";
        return answer;
    }

    /// <summary>Null: there is none yet.</summary>
    private async Task<APIGatewayProxyResponse?> PatchAsync(ApiCall call, AnalysisRecord record)
    {
        await using var content = await blobs.OpenAsync(call.Tenant, AnalysisBlobs.Patch(record.Id), call.Cancellation).ConfigureAwait(false);
        if (content is null) return null;
        if (content.Head.Length > MaximumPatch) return Answers.Problem(Problem.TooLarge("The patch is too large for one answer. Analyse a part of the repository."));
        using var reader = new StreamReader(content.Stream, Encoding.UTF8);
        var patch = await reader.ReadToEndAsync(call.Cancellation).ConfigureAwait(false);
        return Answers.Json(200, new RecoveryAnswer(record.Id, "ready", patch, null, null), AnalysisJson.Default.RecoveryAnswer);
    }

    /// <summary>Null: there is none yet. A refusal is told once; who asks again has it tried again.</summary>
    private async Task<APIGatewayProxyResponse?> ProposalAsync(ApiCall call, AnalysisRecord record)
    {
        await using var content = await blobs.OpenAsync(call.Tenant, AnalysisBlobs.Proposal(record.Id), call.Cancellation).ConfigureAwait(false);
        if (content is null) return null;
        var outcome = await JsonSerializer.DeserializeAsync(content.Stream, AnalysisJson.Default.ProposalOutcome, call.Cancellation).ConfigureAwait(false);
        if (outcome is null or { Url: null })
        {
            await blobs.DeleteAsync(call.Tenant, AnalysisBlobs.Proposal(record.Id), call.Cancellation).ConfigureAwait(false);
            await table.DeleteAsync(call.Tenant, Order(record, AsPullRequest), WriteCondition.None, call.Cancellation).ConfigureAwait(false);
        }
        return Answers.Json(200, new RecoveryAnswer(record.Id, outcome?.Url is null ? "refused" : "ready", null, outcome?.Url, outcome?.Refusal), AnalysisJson.Default.RecoveryAnswer);
    }

    /// <summary>True: it is ordered now; false: it was already. Who asks again and again while it is made does not have it made as often.</summary>
    private async Task<bool> OrderAsync(ApiCall call, AnalysisRecord record, string wanted)
    {
        var order = new ItemDraft(Order(record, wanted), AttributeMap.Empty) { ExpiresAt = clock.GetUtcNow() + Patience };
        return await table.PutAsync(call.Tenant, order, WriteCondition.Absent, call.Cancellation).ConfigureAwait(false) is Stored;
    }

    private static ItemKey Order(AnalysisRecord record, string wanted) => new(AnalysisItem.Key(record.Id).Partition, "recovery-" + wanted);
}
