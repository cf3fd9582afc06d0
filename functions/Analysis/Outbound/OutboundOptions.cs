using System.Net;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>Where this deployment may go, and how far.</summary>
public sealed record OutboundOptions
{
    /// <summary>The forges that repositories are fetched from and told of outcomes. Default GitHub and GitLab.</summary>
    public IReadOnlyList<Forge> Forges { get; init; } = [Forge.GitHub, Forge.GitLab];

    /// <summary>
    /// <c>host:port</c> of forges and receivers inside the network, to which http and private addresses are allowed: for tests
    /// and for forges of one's own. Default none.
    /// </summary>
    public IReadOnlySet<string> AllowedHosts { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Bytes of an archive. Default 200 MB.</summary>
    public long MaximumArchive { get; init; } = 200L << 20;

    /// <summary>A whole request with its redirects. Default two minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The service's own address, for links in outcomes; null: none are given.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>An analysis' result, for people to follow from outside; null: the service has no address.</summary>
    public string? LinkTo(string analysis) => PublicUrl is { } own ? new Uri(own, "/ghostbusters/results/" + analysis).AbsoluteUri : null;

    /// <summary>Resolves a host name. Default: the system's resolver.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation);

    /// <summary>
    /// <c>GHOSTBUSTERS_FORGES</c> (<c>kind=host=api</c>, separated by spaces), <c>GHOSTBUSTERS_ALLOWED_HOSTS</c> and <c>GHOSTBUSTERS_PUBLIC_URL</c>.
    /// </summary>
    /// <exception cref="FormatException">A forge is not of that form.</exception>
    public static OutboundOptions FromEnvironment()
    {
        var forges = Words("GHOSTBUSTERS_FORGES").Select(Forge.Parse).ToList();
        return new OutboundOptions
        {
            Forges = forges.Count == 0 ? [Forge.GitHub, Forge.GitLab] : forges,
            AllowedHosts = new HashSet<string>(Words("GHOSTBUSTERS_ALLOWED_HOSTS"), StringComparer.OrdinalIgnoreCase),
            PublicUrl = Environment.GetEnvironmentVariable("GHOSTBUSTERS_PUBLIC_URL") is { Length: > 0 } url ? new Uri(url) : null,
        };
    }

    private static string[] Words(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A forge.</summary>
/// <param name="Kind">Whose API it speaks.</param>
/// <param name="Host">Host, with its port where that is not 443, of repositories' addresses.</param>
/// <param name="Api">Where its API is, without a slash at the end.</param>
public sealed record Forge(ForgeKind Kind, string Host, string Api)
{
    public static Forge GitHub { get; } = new(ForgeKind.GitHub, "github.com", "https://api.github.com");

    public static Forge GitLab { get; } = new(ForgeKind.GitLab, "gitlab.com", "https://gitlab.com/api/v4");

    /// <exception cref="FormatException">It is not <c>kind=host=api</c>.</exception>
    public static Forge Parse(string text) => text.Split('=', 3) is [var kind, var host, var api] && Enum.TryParse<ForgeKind>(kind, ignoreCase: true, out var known)
        ? new Forge(known, host, api.TrimEnd('/'))
        : throw new FormatException("A forge is kind=host=api.");
}

/// <summary>An API that is spoken.</summary>
public enum ForgeKind
{
    GitHub,
    GitLab,
}
