using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.Progress;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Hosting;

namespace Ghostbusters.Functions.Analysis;

/// <summary>The WebSocket <c>/ghostbusters/progress</c>.</summary>
internal sealed class ProgressRoutes(ApiDoor door, AnonymousDoor anonymous, ProgressDesk desk)
{
    [LambdaFunction(ResourceName = "ProgressConnect", MemorySize = 512, Timeout = 10)]
    [WebSocketRoute("$connect")]
    [RequiresScope(Scopes.Read)]
    [Uses(ResourceKind.Table, Access.Write), Uses(ResourceKind.Table, Access.ReadWrite, TableNames.Accounts)]
    public Task<APIGatewayProxyResponse> ProgressConnect(APIGatewayProxyRequest request, ILambdaContext context) =>
        door.AnswerAsync(request, context, Scopes.Read, Limits.Reads, desk.ConnectAsync);

    [LambdaFunction(ResourceName = "ProgressDisconnect", MemorySize = 512, Timeout = 10)]
    [WebSocketRoute("$disconnect")]
    [Anonymous("The gateway says which connection is closed.")]
    [Uses(ResourceKind.Table, Access.Delete)]
    public Task<APIGatewayProxyResponse> ProgressDisconnect(APIGatewayProxyRequest request, ILambdaContext context) =>
        anonymous.AnswerAsync(context, cancellation => desk.DisconnectAsync(request, cancellation));

    [LambdaFunction(ResourceName = "ProgressSubscribe", MemorySize = 512, Timeout = 10)]
    [WebSocketRoute("subscribe")]
    [Anonymous("The connection was opened by a verified caller, whose tenant is kept with it.")]
    [Uses(ResourceKind.Table, Access.ReadWrite | Access.Delete), Uses(ResourceKind.Connections, Access.Write)]
    public Task<APIGatewayProxyResponse> ProgressSubscribe(APIGatewayProxyRequest request, ILambdaContext context) =>
        anonymous.AnswerAsync(context, cancellation => desk.SubscribeAsync(request, cancellation));
}
