using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.RateLimits;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Tracing;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>What every route does before and after its own work: who calls, may they, not too often; and an answer whatever happens.</summary>
internal sealed class ApiDoor(
    Authentication authentication, [FromKeyedServices(TableNames.Accounts)] ITable accounts, RateScale scale, TimeProvider clock, JsonLog log)
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromMilliseconds(300);

    private readonly RateLimiter _limiter = new(accounts, clock);

    /// <param name="scope">What the route's annotation says; a test holds the two together.</param>
    public async Task<APIGatewayProxyResponse> AnswerAsync(
        APIGatewayProxyRequest request, ILambdaContext context, string scope, RateLimit limit, Func<ApiCall, Task<APIGatewayProxyResponse>> answer)
    {
        var trace = TraceContext.Continue(Lowered(request.Headers));
        var logged = log.With(log.Context with { RequestId = context.AwsRequestId, TraceId = trace.TraceId });
        using var deadline = Deadline.Of(context.RemainingTime - ToAnswer);
        try
        {
            var caller = await authentication.CallerOfAsync(request, deadline.Token).ConfigureAwait(false);
            if (caller is null) return Answers.Problem(Problem.Unauthorized);
            if (!caller.May(scope)) return Answers.Problem(Problem.Forbidden);
            var rate = await _limiter.TakeAsync(caller.Tenant, scale.Of(limit), deadline.Token).ConfigureAwait(false);
            if (rate.Failure is { } failure) logged.Error("rate-limit-unavailable", failure);
            if (!rate.IsAllowed) return Answers.Problem(Problem.TooManyRequests(rate.RetryAfter));
            return await answer(new ApiCall(request, caller, trace, deadline.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (deadline.IsCancellationRequested)
        {
            logged.Error("request-out-of-time", cancelled);
            return Answers.Problem(Problem.Unavailable(TimeSpan.FromSeconds(5)) with { TraceId = trace.TraceId });
        }
        catch (Exception failure)
        {
            logged.Error("request-failed", failure);
            return Answers.Problem(Problem.Internal with { TraceId = trace.TraceId });
        }
    }

    private static Dictionary<string, string> Lowered(IDictionary<string, string>? headers)
    {
        var lowered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>()) lowered[name.ToLowerInvariant()] = value;
        return lowered;
    }
}
