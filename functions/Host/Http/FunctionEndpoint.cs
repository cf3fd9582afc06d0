using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Catalogue.Routes;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Logs;
using Ghostbusters.Functions.Problems;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Http;

/// <summary>Answers requests with the functions that are annotated for them.</summary>
/// <param name="limit">After which an answer is not waited for: API Gateway's 29 seconds.</param>
internal sealed class FunctionEndpoint(
    RouteTable routes, IReadOnlyDictionary<AnnotatedFunction, GeneratedHandler> handlers, Invoker invoker, TimeProvider clock, TimeSpan limit, JsonLog log)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    public async Task AnswerAsync(HttpContext http)
    {
        var requestId = invoker.NextId();
        var started = clock.GetTimestamp();
        http.Response.Headers["x-request-id"] = requestId;
        // The path as it was sent: what is decoded twice, or once too early, finds another route than API Gateway would.
        var raw = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var match = routes.Find(http.Request.Method, raw);
        if (match.Route is { } route) await RunAsync(http, match, route, requestId).ConfigureAwait(false);
        else await RefuseAsync(http, match).ConfigureAwait(false);
        log.Information("request", ("request", requestId), ("method", http.Request.Method), ("route", match.Route?.Template.Text ?? "none"),
            ("status", (long)http.Response.StatusCode), ("ms", clock.GetElapsedTime(started).TotalMilliseconds));
    }

    private async Task RunAsync(HttpContext http, RouteMatch match, HttpRoute route, string requestId)
    {
        try
        {
            if (http.Request.ContentLength > RequestBody.Maximum) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
            var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            var request = ProxyRequests.Of(http, match, body, requestId, clock.GetUtcNow());
            var answer = await InvokeAsync(route.Function, request, requestId).WaitAsync(limit, clock, http.RequestAborted).ConfigureAwait(false);
            await ProxyAnswers.WriteAsync(answer, http.Response, http.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            log.Information("caller-left", ("request", requestId)); // Nobody is there to be answered.
        }
        catch (TimeoutException exception)
        {
            log.Error("request-timed-out", exception, ("request", requestId), ("function", route.Function.Name));
            await ProblemAnswers.WriteAsync(http.Response, ProblemAnswers.Timeout with { TraceId = requestId }).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            var problem = exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.TooLarge("A body has at most 10 MB. Announce larger ones as an upload.")
                : Problem.Invalid("The request's body could not be read.");
            await ProblemAnswers.WriteAsync(http.Response, problem).ConfigureAwait(false);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            log.Error("function-failed", exception, ("request", requestId), ("function", route.Function.Name));
            await ProblemAnswers.WriteAsync(http.Response, Problem.Internal with { TraceId = requestId }).ConfigureAwait(false);
        }
    }

    private async Task<APIGatewayProxyResponse> InvokeAsync(AnnotatedFunction function, APIGatewayProxyRequest request, string requestId)
    {
        await Task.Yield(); // A handler that computes before its first await does not hold the limit's clock back.
        return await ProxyAnswers.ReadAsync(
            await handlers[function].InvokeAsync(request, invoker.Context(function, requestId, limit)).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext http, RouteMatch match)
    {
        if (match.OtherVerbs.Count == 0) return ProblemAnswers.WriteAsync(http.Response, Problem.NotFound);
        http.Response.Headers.Allow = string.Join(", ", match.OtherVerbs);
        return ProblemAnswers.WriteAsync(http.Response, ProblemAnswers.MethodNotAllowed);
    }
}
