using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>What routes without a key do around their own work: an answer whatever happens.</summary>
internal sealed class AnonymousDoor(JsonLog log)
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromMilliseconds(300);

    public async Task<APIGatewayProxyResponse> AnswerAsync(ILambdaContext context, Func<CancellationToken, Task<APIGatewayProxyResponse>> answer)
    {
        using var deadline = Deadline.Of(context.RemainingTime - ToAnswer);
        try
        {
            return await answer(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            var trace = TraceContext.Start();
            log.With(log.Context with { RequestId = context.AwsRequestId, TraceId = trace.TraceId }).Error("request-failed", failure);
            return Answers.Problem(Problem.Internal with { TraceId = trace.TraceId });
        }
    }
}
