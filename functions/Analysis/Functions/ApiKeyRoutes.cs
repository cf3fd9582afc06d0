using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Keys;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Hosting;

namespace Ghostbusters.Functions.Analysis;

/// <summary>API keys.</summary>
internal sealed class ApiKeyRoutes(ApiDoor door, KeyAdministration keys)
{
    /// <summary>Makes an API key with some of the caller's own scopes. The key is in the answer, this once.</summary>
    [LambdaFunction(ResourceName = "CreateKey", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/ghostbusters/keys")]
    [RequiresScope(Scopes.Keys)]
    [Takes(typeof(KeyRequest)), Answers(201, typeof(KeyCreated))]
    [Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts)]
    public Task<APIGatewayProxyResponse> CreateKey(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Keys, Limits.Changes, async call =>
        {
            if (!Bodies.TryRead(request, AnalysisJson.Default.KeyRequest, out var body, out var problem)) return Answers.Problem(problem);
            var (created, refused) = await keys.CreateAsync(call, body).ConfigureAwait(false);
            return created is null ? Answers.Problem(refused!) : Answers.Json(201, created, AnalysisJson.Default.KeyCreated);
        });

    /// <summary>The keys, oldest first, without their texts.</summary>
    [LambdaFunction(ResourceName = "ListKeys", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Get, "/ghostbusters/keys")]
    [RequiresScope(Scopes.Keys)]
    [Answers(200, typeof(KeyList))]
    [Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts), Uses(ResourceKind.Index1, Access.List, TableNames.Accounts)]
    public Task<APIGatewayProxyResponse> ListKeys(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Keys, Limits.Reads, async call =>
            Answers.Json(200, await keys.ListAsync(call).ConfigureAwait(false), AnalysisJson.Default.KeyList));

    /// <summary>Refuses a key from now on.</summary>
    [LambdaFunction(ResourceName = "RevokeKey", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Delete, "/ghostbusters/keys/{key_id}")]
    [RequiresScope(Scopes.Keys)]
    [Answers(204)]
    [Uses(ResourceKind.Table, Access.ReadWrite | Access.Delete, TableNames.Accounts), Uses(ResourceKind.Index1, Access.List, TableNames.Accounts)]
    public Task<APIGatewayProxyResponse> RevokeKey(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Keys, Limits.Changes, async call =>
            await keys.RevokeAsync(call).ConfigureAwait(false) is { } problem ? Answers.Problem(problem) : Answers.Empty(204));
}
