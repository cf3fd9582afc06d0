using System.Net;
using System.Net.Sockets;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>
/// The one client that goes out for users. Each address is checked by its text, and each IP address that a name resolves to is
/// checked when the connection is made, so that a resolver that changes its answer gains nothing. Redirects are followed by
/// hand, a few, each checked like the first; time and bytes are bounded. Nothing is decompressed here.
/// </summary>
internal sealed class SafeHttp : IDisposable
{
    private const int MaximumRedirects = 5;
    private const int MaximumHeadersKilobytes = 64;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly OutboundOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public SafeHttp(OutboundOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectTimeout,
            MaxResponseHeadersLength = MaximumHeadersKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends, and follows redirects of GET.</summary>
    /// <param name="read">Gets the answer and bounds what it reads, see <see cref="BoundedCopy"/>.</param>
    /// <exception cref="OutboundException">The address or a redirect may not be asked, or time was over.</exception>
    /// <exception cref="HttpRequestException">The other side cannot be reached.</exception>
    public async Task<T> SendAsync<T>(OutboundRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(_options.Timeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            return await FollowAsync(request, read, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new OutboundException("it took too long");
        }
        catch (HttpRequestException wrapped) when (wrapped.InnerException is OutboundException)
        {
            throw new OutboundException("the name does not lead to a public address"); // The connection's own refusal, which the client wraps.
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<T> FollowAsync<T>(OutboundRequest request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var url = request.Url;
        for (var hop = 0; hop <= MaximumRedirects; hop++)
        {
            if (!OutboundUrl.IsAllowed(url, _options)) throw new OutboundException(hop == 0 ? "the address is not allowed" : "a redirect leads to an address that is not allowed");
            using var message = request.Message(url);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (request.Method != HttpMethod.Get || !IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return await read(response, cancellation).ConfigureAwait(false);
            var next = new Uri(url, location);
            if (OutboundUrl.IsListed(next, _options) && !OutboundUrl.IsListed(request.Url, _options)) throw new OutboundException("a redirect leads inside");
            if (url.Scheme == "https" && next.Scheme != "https") throw new OutboundException("a redirect leads away from https");
            url = next;
        }
        throw new OutboundException("there are too many redirects");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var isListed = _options.AllowedHosts.Contains(FormattableString.Invariant($"{host}:{port}"));
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await _options.Resolve(host, cancellation).ConfigureAwait(false);
        // One that is not public among them, and none is used: such an answer is no accident.
        if (addresses.Length == 0 || !isListed && !addresses.All(PublicAddress.IsPublic)) throw new OutboundException("the name does not lead to a public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}

/// <summary>A request that is not sent, or not gone on with. The message names no address.</summary>
internal sealed class OutboundException(string reason) : Exception("The request was not made: " + reason + ".");
