using System.Net;
using System.Text;

namespace Ghostbusters.Functions.Client.Tests;

/// <summary>A service that answers what it is told to, one after the other, and remembers what it was asked.</summary>
internal sealed class Answering(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    public List<Asked> Calls { get; } = [];

    /// <summary>Adds headers to the n-th answer.</summary>
    public Action<int, HttpResponseMessage> Decorate { get; init; } = static (_, _) => { };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add(new Asked(request.Method.Method, request.RequestUri!.AbsoluteUri, body,
            request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                .ToDictionary(static h => h.Key.ToLowerInvariant(), static h => string.Join(',', h.Value))));
        var (status, text) = answers[Math.Min(Calls.Count, answers.Length) - 1];
        var response = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, (int)status < 400 ? "application/json" : "application/problem+json") };
        Decorate(Calls.Count, response);
        return response;
    }
}

internal sealed record Asked(string Method, string Url, string Body, IReadOnlyDictionary<string, string> Headers);
