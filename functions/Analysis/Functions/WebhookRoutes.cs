using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
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

    [LambdaFunction(ResourceName = "GitHubWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/github")]
    [Anonymous(Signed)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> GitHubWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.GitHub, cancellation));

    [LambdaFunction(ResourceName = "GitLabWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/gitlab")]
    [Anonymous(Signed)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> GitLabWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.GitLab, cancellation));

    [LambdaFunction(ResourceName = "CiWebhook", MemorySize = 512, Timeout = 10)]
    [RestApi(LambdaHttpMethod.Post, "/webhooks/ci")]
    [Anonymous(Signed)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Secret, Access.Read, HookSecrets.Name), Uses(ResourceKind.Queue, Access.Write, StageQueues.FetchName)]
    public Task<APIGatewayProxyResponse> CiWebhook(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(context, cancellation => intake.TakeAsync(request, WebhookSender.Ci, cancellation));
}
