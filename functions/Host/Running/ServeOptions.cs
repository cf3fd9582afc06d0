using System.Net;
using Ghostbusters.Functions.Host.Http;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>How the host is started.</summary>
/// <param name="Data">The folder of all that it keeps.</param>
/// <param name="Urls">Where it listens; a port of 0 lets the system choose.</param>
/// <param name="PublicUrl">How clients reach it; null: as it listens.</param>
internal sealed record ServeOptions(string Data, IReadOnlyList<Uri> Urls, Uri? PublicUrl)
{
    /// <summary>After which an answer is not waited for.</summary>
    public TimeSpan AnswerLimit { get; init; } = FunctionEndpoint.Limit;

    /// <summary>How long what runs may go on after the host was told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <exception cref="HostRefusal">An address is none, or other machines could reach it and nobody said that they may.</exception>
    public static IReadOnlyList<Uri> ReadUrls(string text, bool othersMayReachIt)
    {
        var urls = new List<Uri>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(part.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
                throw new HostRefusal($"'{part}' is no address to listen on. Write http://127.0.0.1:5080; TLS is for a proxy before this host.");
            if (!othersMayReachIt && !IsLoopback(url))
                throw new HostRefusal($"{part} can be reached from other machines, over plain HTTP. If that is what you want, add --listen.");
            urls.Add(url);
        }
        return urls.Count > 0 ? urls : throw new HostRefusal("No address to listen on was given.");
    }

    /// <exception cref="HostRefusal">It is no address.</exception>
    public static Uri ReadPublicUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new HostRefusal($"'{text}' is no address that clients could reach this host at. Write https://ghostbusters.example.com.");

    /// <summary>A name is not looked up: only <c>localhost</c> is known to be this machine.</summary>
    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
