using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.Hooks;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.Webhooks;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Analysis;

/// <summary>What forges and CI call.</summary>
internal sealed class WebhookRoutes(AnonymousDoor door, WebhookIntake intake)
{
    private const string Signed = "The bytes are signed with the hook's secret, which is checked before they are parsed.";

    /// <summary>Takes an event of GitHub; one that has nothing analysed is answered 204.</summary>
    [LambdaFunction(ResourceName = "GitHubWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/github")]
    [Anonymous(Signed)]
    [Answers(200, typeof(HookAccepted)), Answers(202, typeof(HookAccepted)), Answers(204)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> GitHubWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.GitHub, cancellation));

    /// <summary>Takes an event of GitLab; one that has nothing analysed is answered 204.</summary>
    [LambdaFunction(ResourceName = "GitLabWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/gitlab")]
    [Anonymous(Signed)]
    [Answers(200, typeof(HookAccepted)), Answers(202, typeof(HookAccepted)), Answers(204)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> GitLabWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.GitLab, cancellation));

    /// <summary>Takes an event of a CI system, as Standard Webhooks; one that has nothing analysed is answered 204.</summary>
    [LambdaFunction(ResourceName = "CiWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/ci")]
    [Anonymous(Signed)]
    [Takes(typeof(CiEvent)), Answers(200, typeof(HookAccepted)), Answers(202, typeof(HookAccepted)), Answers(204)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> CiWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.Ci, cancellation));
}
