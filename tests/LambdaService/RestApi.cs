using Microsoft.AspNetCore.Http;

namespace Ghostbusters.LambdaService;

/// <summary>The REST API: requests become events of the functions that are annotated for their routes.</summary>
internal sealed class RestApi(LambdaFunctions functions)
{
    /// <summary>The gateway's own limit.</summary>
    private const int MaximumBody = 10 * 1024 * 1024;

    public async Task AnswerAsync(HttpContext http, GatewayRequest request)
    {
        var answer = await AnswerAsync(request, await BodyAsync(http.Request).ConfigureAwait(false)).ConfigureAwait(false);
        http.Response.StatusCode = answer.Status;
        foreach (var header in answer.Headers.Where(static header => !header.Key.Equals("content-length", StringComparison.OrdinalIgnoreCase)))
            http.Response.Headers.Append(header.Key, header.Value);
        if (answer.Status is 204 or 304) return;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task<ProxyAnswer> AnswerAsync(GatewayRequest request, byte[] body)
    {
        if (body.Length > MaximumBody) return ProxyAnswer.Failure(StatusCodes.Status413PayloadTooLarge, "Request Too Long");
        foreach (var function in functions.All)
            if (function.Route is { } route && route.Match(request.Method, request.RawPath) is { } parameters)
                return ProxyAnswer.Of(await functions.InvokeAsync(function, ProxyEvent.Of(request, route.Resource, parameters, body)).ConfigureAwait(false));
        return ProxyAnswer.Failure(StatusCodes.Status403Forbidden, "Missing Authentication Token"); // Its words for a path without a route.
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body).ConfigureAwait(false);
        return body.ToArray();
    }
}
