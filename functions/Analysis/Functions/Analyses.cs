using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Reading;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.Submitting;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Analysis;

/// <summary>Submitting analyses and reading what came of them.</summary>
internal sealed class Analyses(ApiDoor door, Submission submission, ResultReading results, History history, Removal removal, Recovery recovery)
{
    /// <summary>Takes a submission: a repository, an upload, or files as they are. Nothing is analysed yet when it answers; with the same Idempotency-Key it is no second one.</summary>
    [LambdaFunction(ResourceName = "Analyze", MemorySize = 512, Timeout = 20)]
    [RestApi(LambdaHttpMethod.Post, "/ghostbusters/analyze")]
    [RequiresScope(Scopes.Write)]
    [Takes(typeof(AnalyzeRequest)), Answers(202, typeof(AnalyzeAccepted))]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Blobs, Access.ReadWrite)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName), Uses(ResourceKind.Queue, Access.Write, StageQueues.AnalyseName)]
    public Task<APIGatewayProxyResponse> Analyze(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Write, Limits.Submissions, async call =>
        {
            if (!Bodies.TryRead(request, AnalysisJson.Default.AnalyzeRequest, out var body, out var problem)) return Answers.Problem(problem);
            var outcome = await submission.SubmitAsync(call, body).ConfigureAwait(false);
            if (outcome.Record is not { } record) return Answers.Problem(outcome.Problem!);
            var accepted = new AnalyzeAccepted(record.Id, record.Summary.Status, AnalysisLinks.Of(record.Id));
            return Answers.Json(202, accepted, AnalysisJson.Default.AnalyzeAccepted);
        });

    /// <summary>The whole result, or how far it is. `Accept` chooses the form; what is too large for an answer is at the address of the 303, for five minutes.</summary>
    [LambdaFunction(ResourceName = "Result", MemorySize = 512, Timeout = 20)]
    [RestApi(LambdaHttpMethod.Get, "/ghostbusters/results/{analysis_id}")]
    [RequiresScope(Scopes.Read)]
    [Answers(200, typeof(AnalysisSummary), AlsoAs = "application/sarif+json, text/html"), Answers(303)]
    [Uses(ResourceKind.Table, Access.Read), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Blobs, Access.Read)]
    public Task<APIGatewayProxyResponse> Result(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Read, Limits.Reads, results.ReadAsync);

    /// <summary>Analyses, newest first.</summary>
    [LambdaFunction(ResourceName = "History", MemorySize = 512, Timeout = 20)]
    [RestApi(LambdaHttpMethod.Get, "/ghostbusters/history")]
    [RequiresScope(Scopes.Read)]
    [Answers(200, typeof(HistoryPage))]
    [Query("project", "Only of this project."), Query("status", "queued, running, done, partial or failed."), Query("min_score", "0 to 1."), Query("max_score", "0 to 1.")]
    [Query("limit", "1 to 100, default 20."), Query("cursor", "The `next` of the page before, with the same filters.")]
    [Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Index1, Access.List), Uses(ResourceKind.Index2, Access.List), Uses(ResourceKind.Secret, Access.Read, Reading.History.CursorSecret)]
    public Task<APIGatewayProxyResponse> History(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Read, Limits.Reads, async call =>
        {
            var (page, problem) = await history.ListAsync(call).ConfigureAwait(false);
            return page is null ? Answers.Problem(problem!) : Answers.Json(200, page, AnalysisJson.Default.HistoryPage);
        });

    /// <summary>Deletes an analysis and all that belongs to it.</summary>
    [LambdaFunction(ResourceName = "DeleteResult", MemorySize = 512, Timeout = 29)]
    [RestApi(LambdaHttpMethod.Delete, "/ghostbusters/results/{analysis_id}")]
    [RequiresScope(Scopes.Write)]
    [Answers(204)]
    [Uses(ResourceKind.Table, Access.Read | Access.Delete), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Blobs, Access.List | Access.Delete)]
    public Task<APIGatewayProxyResponse> DeleteResult(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Write, Limits.Changes, async call =>
            await removal.RemoveAsync(call).ConfigureAwait(false) ? Answers.Empty(204) : Answers.Problem(Problem.NotFound));

    /// <summary>Asks for repairs, as a patch or as a pull request: answers 202 while they are made, and 200 with what was made.</summary>
    [LambdaFunction(ResourceName = "Recover", MemorySize = 512, Timeout = 20)]
    [RestApi(LambdaHttpMethod.Post, "/ghostbusters/results/{analysis_id}/recover")]
    [RequiresScope(Scopes.Write)]
    [Takes(typeof(RecoveryRequest), IsOptional = true), Answers(200, typeof(RecoveryAnswer)), Answers(202, typeof(RecoveryAnswer))]
    [Uses(ResourceKind.Table, Access.ReadWrite | Access.Delete), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Blobs, Access.Read | Access.Delete)]
    [Uses(ResourceKind.Queue, Access.Write, StageQueues.RecoverName)]
    public Task<APIGatewayProxyResponse> Recover(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Write, Limits.Submissions, recovery.RecoverAsync);
}
