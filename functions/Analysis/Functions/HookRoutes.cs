using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Hosting;

namespace Ghostbusters.Functions.Analysis;

/// <summary>The hooks that forges and CI are told of.</summary>
internal sealed class HookRoutes(ApiDoor door, HookAdministration hooks)
{
    /// <summary>Makes a webhook that may have one repository analysed. Its secret is in the answer, this once.</summary>
    [LambdaFunction(ResourceName = "CreateHook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/ghostbusters/hooks")]
    [RequiresScope(Scopes.Hooks)]
    [Takes(typeof(HookRequest)), Answers(201, typeof(HookCreated))]
    [Uses(ResourceKind.Table, Access.Write), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name)]
    public Task<APIGatewayProxyResponse> CreateHook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Hooks, Limits.Changes, async call =>
        {
            if (!Bodies.TryRead(request, AnalysisJson.Default.HookRequest, out var body, out var problem)) return Answers.Problem(problem);
            var (created, refused) = await hooks.CreateAsync(call, body).ConfigureAwait(false);
            return created is null ? Answers.Problem(refused!) : Answers.Json(201, created, AnalysisJson.Default.HookCreated);
        });

    /// <summary>The webhooks.</summary>
    [LambdaFunction(ResourceName = "ListHooks", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Get, "/ghostbusters/hooks")]
    [RequiresScope(Scopes.Hooks)]
    [Answers(200, typeof(HookList))]
    [Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Index1, Access.List)]
    public Task<APIGatewayProxyResponse> ListHooks(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Hooks, Limits.Reads, async call =>
            Answers.Json(200, await hooks.ListAsync(call).ConfigureAwait(false), AnalysisJson.Default.HookList));

    /// <summary>Takes no more events for a webhook.</summary>
    [LambdaFunction(ResourceName = "DeleteHook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Delete, "/ghostbusters/hooks/{hook_id}")]
    [RequiresScope(Scopes.Hooks)]
    [Answers(204)]
    [Uses(ResourceKind.Table, Access.Read | Access.Delete), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts)]
    public Task<APIGatewayProxyResponse> DeleteHook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Hooks, Limits.Changes, async call =>
            await hooks.RemoveAsync(call).ConfigureAwait(false) is { } problem ? Answers.Problem(problem) : Answers.Empty(204));
}
