#nullable enable
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The four calls of the Lambda runtime API, version 2018-06-01, over one connection that is kept.</summary>
internal sealed class RuntimeApiClient(HttpMessageInvoker http, string endpoint)
{
    private const int Attempts = 3;

    private static readonly string Agent =
        $"ghostbusters-lambda-dotnet/{Environment.Version}{(RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot")}";

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly string runtime = $"http://{endpoint}/2018-06-01/runtime";

    /// <summary>Without what a request to this machine never needs: proxies, cookies, redirects, trace headers.</summary>
    public static HttpMessageInvoker CreateTransport() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    });

    /// <summary>Waits for an event; null when it was told to stop.</summary>
    public async Task<Invocation?> NextAsync(CancellationToken stop)
    {
        try
        {
            using var response = await SendAsync(() => Request(HttpMethod.Get, "/invocation/next"), stop).ConfigureAwait(false);
            await RequireAsync(response, HttpStatusCode.OK, "next").ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
            return Read(response.Headers.NonValidated, body);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <exception cref="ResponseTooLargeException">Lambda does not take that much; the invocation still wants an answer.</exception>
    public async Task SendResponseAsync(string requestId, Stream? output)
    {
        var body = await BytesAsync(output).ConfigureAwait(false);
        using var response = await PostAsync($"/invocation/{requestId}/response", body, Json).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
            throw new ResponseTooLargeException(body.Count);

        await RequireAsync(response, HttpStatusCode.Accepted, "response").ConfigureAwait(false);
    }

    public async Task ReportErrorAsync(string requestId, Exception failure)
    {
        using var response = await PostAsync($"/invocation/{requestId}/error", ErrorReport.Json(failure), ErrorJson, request =>
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", ErrorReport.TypeOf(failure));
            if (ErrorReport.XRayCause(failure) is { } cause)
                request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", cause);
        }).ConfigureAwait(false);
        await RequireAsync(response, HttpStatusCode.Accepted, "error").ConfigureAwait(false);
    }

    public async Task ReportInitErrorAsync(Exception failure)
    {
        using var response = await PostAsync("/init/error", ErrorReport.Json(failure), ErrorJson, request =>
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", ErrorReport.TypeOf(failure))).ConfigureAwait(false);
        await RequireAsync(response, HttpStatusCode.Accepted, "init error").ConfigureAwait(false);
    }

    private static Invocation Read(HttpHeadersNonValidated headers, byte[] body)
    {
        return new Invocation(
            Header("Lambda-Runtime-Aws-Request-Id") ?? throw new RuntimeApiException("The runtime API sent an event without its request id."),
            Header("Lambda-Runtime-Trace-Id"),
            Header("Lambda-Runtime-Invoked-Function-Arn"),
            Header("Lambda-Runtime-Deadline-Ms"),
            Header("Lambda-Runtime-Client-Context"),
            Header("Lambda-Runtime-Cognito-Identity"),
            Header("Lambda-Runtime-Aws-Tenant-Id"),
            new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true));

        string? Header(string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
    }

    private static async Task<ArraySegment<byte>> BytesAsync(Stream? output)
    {
        if (output is null)
            return ArraySegment<byte>.Empty;

        if (output is not MemoryStream memory)
        {
            memory = new MemoryStream();
            await output.CopyToAsync(memory).ConfigureAwait(false);
            memory.Position = 0;
        }

        var start = (int)memory.Position;
        return memory.TryGetBuffer(out var buffer) ? buffer[start..] : new ArraySegment<byte>(memory.ToArray())[start..];
    }

    private static async Task RequireAsync(HttpResponseMessage response, HttpStatusCode wanted, string call)
    {
        var body = response.StatusCode == wanted && wanted == HttpStatusCode.OK
            ? null
            : await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        // 200 and 204 are taken too, as the official package takes them.
        if (response.StatusCode != wanted && response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
            throw new RuntimeApiException($"The runtime API answered '{call}' with {(int)response.StatusCode}: {body}");
    }

    private Task<HttpResponseMessage> PostAsync(
        string path, ArraySegment<byte> body, MediaTypeHeaderValue type, Action<HttpRequestMessage>? configure = null)
    {
        return SendAsync(Post, CancellationToken.None);

        HttpRequestMessage Post()
        {
            var request = Request(HttpMethod.Post, path);
            request.Content = new ByteArrayContent(body.Array ?? [], body.Offset, body.Count) { Headers = { ContentType = type } };
            configure?.Invoke(request);
            return request;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, runtime + path);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        return request;
    }

    /// <summary>A request is made anew for each attempt, because a request message can be sent once.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            var response = await http.SendAsync(request, stop).ConfigureAwait(false);
            if ((int)response.StatusCode < 500 || attempt == Attempts)
                return response;

            response.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt * attempt), stop).ConfigureAwait(false);
        }
    }
}
