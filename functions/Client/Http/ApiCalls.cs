using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ghostbusters.Functions.Client.Models;

namespace Ghostbusters.Functions.Client.Http;

/// <summary>
/// Sends calls, again where that can help. Every call is one that may be sent twice: it reads, it says the whole new state, or
/// it carries a key by which the service knows a repetition.
/// </summary>
internal sealed class ApiCalls(HttpClient http, ClientOptions options)
{
    /// <summary>The answer; dispose it.</summary>
    /// <param name="make">Makes the request anew for each try.</param>
    /// <exception cref="GhostbustersException">The service refused it, or failed at every try.</exception>
    /// <exception cref="HttpRequestException">The service was not reached at any try.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        var isElsewhere = false;
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                using var request = make();
                var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if (response.IsSuccessStatusCode) return response;
                if (!isElsewhere && response is { StatusCode: System.Net.HttpStatusCode.SeeOther, Headers.Location: { } elsewhere })
                {
                    isElsewhere = true;
                    using (response) make = () => new HttpRequestMessage(HttpMethod.Get, new Uri(options.Server, elsewhere)); // Without the key: the address is the permission.
                    continue;
                }
                using (response)
                {
                    var asked = RetryDelay.Asked(response, options.Clock);
                    delay = asked ?? RetryDelay.Own(options, attempt);
                    if (attempt >= options.Attempts || !RetryDelay.IsPassing(response.StatusCode) || delay > options.LongestDelay)
                        throw new GhostbustersException(response.StatusCode, await ProblemOfAsync(response, cancellation).ConfigureAwait(false), asked);
                }
            }
            catch (HttpRequestException) when (attempt < options.Attempts)
            {
                delay = RetryDelay.Own(options, attempt); // It may be starting just now.
            }
            await Task.Delay(delay, options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sends it to the service, with the key, and reads the answer.</summary>
    public async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var response = await SendAsync(() => Signed(make()), cancellation).ConfigureAwait(false);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, type, cancellation).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The service answered {response.RequestMessage?.RequestUri?.AbsolutePath} with nothing.");
    }

    /// <summary>The request for a path of the service, with the key.</summary>
    public HttpRequestMessage Signed(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(options.Server.AbsoluteUri.TrimEnd('/') + request.RequestUri!.OriginalString); // Behind a gateway the server's address has a path.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        if (options.GatewayKey is { } gatewayKey) request.Headers.Add("x-api-key", gatewayKey);
        return request;
    }

    /// <summary>A request with a JSON body.</summary>
    public static HttpRequestMessage Post<T>(string path, T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
    }

    public static HttpRequestMessage Get(string path, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    private static async Task<ApiProblem?> ProblemOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json")) return null;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(body, ClientJson.Default.ApiProblem, cancellation).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null; // The status is all that is known then, and it is told.
        }
    }
}
