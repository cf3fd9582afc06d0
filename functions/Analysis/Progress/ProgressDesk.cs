using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Analysis.State;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Progress;

/// <summary>
/// Opens and closes connections, and lets them watch. Whose a connection is stands in its record since its caller was verified;
/// the gateway names the connection, the client cannot.
/// </summary>
internal sealed class ProgressDesk(
    [FromKeyedServices(TableNames.Analysis)] ITable table, AnalysisStore store, ProgressFeed feed, IConnections connections, TimeProvider clock)
{
    private const int MaximumMessage = 4096;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(3);

    public async Task<APIGatewayProxyResponse> ConnectAsync(ApiCall call)
    {
        var connection = call.Request.RequestContext?.ConnectionId;
        if (string.IsNullOrEmpty(connection)) return Answers.Problem(Problem.Invalid("This is a route of the WebSocket."));
        await table.PutAsync(TenantId.Platform, ConnectionItem.Write(connection, call.Tenant, clock.GetUtcNow() + Lifetime), WriteCondition.None, call.Cancellation).ConfigureAwait(false);
        var answer = Answers.Empty(200);
        if (call.Header("sec-websocket-protocol") is not null) answer.Headers["sec-websocket-protocol"] = Authentication.SocketProtocol;
        return answer;
    }

    public async Task<APIGatewayProxyResponse> DisconnectAsync(APIGatewayProxyRequest request, CancellationToken cancellation)
    {
        if (request.RequestContext?.ConnectionId is { Length: > 0 } connection)
            await table.DeleteAsync(TenantId.Platform, ConnectionItem.Key(connection), WriteCondition.None, cancellation).ConfigureAwait(false);
        return Answers.Empty(200);
    }

    public async Task<APIGatewayProxyResponse> SubscribeAsync(APIGatewayProxyRequest request, CancellationToken cancellation)
    {
        if (request.RequestContext?.ConnectionId is not { Length: > 0 } connection
            || await table.GetAsync(TenantId.Platform, ConnectionItem.Key(connection), cancellation).ConfigureAwait(false) is not { } item)
            return Answers.Problem(Problem.Unauthorized);
        var tenant = ConnectionItem.TenantOf(item);
        if (request.Body is { Length: > MaximumMessage } || !Bodies.TryRead(request, AnalysisJson.Default.SubscribeMessage, out var message, out _) || !UlidGenerator.IsId(message.AnalysisId))
            return await TellAsync(tenant, connection, Problem.Invalid("Send {\"action\":\"subscribe\",\"analysis_id\":\"…\",\"last_sequence\":0}."), cancellation).ConfigureAwait(false);
        var id = message.AnalysisId!;
        if (await store.FindAsync(tenant, id, cancellation).ConfigureAwait(false) is not { } record)
            return await TellAsync(tenant, connection, Problem.NotFound, cancellation).ConfigureAwait(false);
        await feed.WatchAsync(tenant, connection, record, () => store.FindAsync(tenant, id, cancellation), message.LastSequence ?? 0, cancellation).ConfigureAwait(false);
        return Answers.Empty(200);
    }

    /// <summary>An answer to a message goes nowhere unless it is pushed.</summary>
    private async Task<APIGatewayProxyResponse> TellAsync(TenantId tenant, string connection, Problem problem, CancellationToken cancellation)
    {
        await connections.PushAsync(tenant, connection, ProblemWriter.Write(problem), cancellation).ConfigureAwait(false);
        return Answers.Problem(problem);
    }
}
