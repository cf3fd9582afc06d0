using System.Net.Http.Headers;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>A request to the outside.</summary>
/// <param name="Method">GET follows redirects, others do not.</param>
internal sealed record OutboundRequest(HttpMethod Method, Uri Url)
{
    /// <summary>Shown to the first host only: a redirect to another does not get it.</summary>
    public IReadOnlyDictionary<string, string> Credentials { get; init; } = new Dictionary<string, string>();

    public string Accept { get; init; } = "*/*";

    /// <summary>JSON; null: none.</summary>
    public byte[]? Body { get; init; }

    public HttpRequestMessage Message(Uri url)
    {
#pragma warning disable GB8110 // That is what this client is for: SafeHttp, which alone sends it, has checked the address and checks each IP address that it leads to.
        var message = new HttpRequestMessage(Method, url);
#pragma warning restore GB8110
        message.Headers.TryAddWithoutValidation("accept", Accept);
        message.Headers.TryAddWithoutValidation("user-agent", "ghostbusters");
        if (url.Authority == Url.Authority && url.Scheme == Url.Scheme)
            foreach (var (name, value) in Credentials) message.Headers.TryAddWithoutValidation(name, value);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return message;
    }
}
