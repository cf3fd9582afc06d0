namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>
/// Addresses that may be asked: https with a plain host name and the usual port, nothing else; or what the deployment's own
/// allow-list names. The text is looked at as well as what the parser makes of it, because parsers read numbers as addresses.
/// </summary>
internal static class OutboundUrl
{
    private const int MaximumLength = 2000;
    private const int MaximumHost = 253;

    /// <summary>The address; null where it may not be asked.</summary>
    public static Uri? Parse(string? text, OutboundOptions options)
    {
        if (text is not { Length: > 0 and <= MaximumLength } || !text.All(static c => c is > ' ' and < (char)127 and not '\\')) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        return IsAllowed(url, options) && text.StartsWith($"{url.Scheme}://{url.Authority}", StringComparison.OrdinalIgnoreCase) ? url : null;
    }

    /// <summary>Whether a parsed address, such as a redirect's, may be asked.</summary>
    public static bool IsAllowed(Uri url, OutboundOptions options)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0) return false;
        if (IsListed(url, options)) return url.Scheme is "http" or "https";
        return url.Scheme == "https" && url.Port == 443 && url.HostNameType == UriHostNameType.Dns && IsName(url.Host);
    }

    public static bool IsListed(Uri url, OutboundOptions options) =>
        options.AllowedHosts.Contains(FormattableString.Invariant($"{url.Host}:{url.Port}"));

    /// <summary>Labels of letters, digits and '-', at least two, the last of letters: no number in any notation, no punycode, no dot at the end.</summary>
    private static bool IsName(string host)
    {
        if (host.Length > MaximumHost) return false;
        var labels = host.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && labels[^1].All(char.IsAsciiLetter)
            && labels[^1] is not ("local" or "internal" or "localhost" or "localdomain" or "lan" or "home" or "corp" or "onion");
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && !label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
        && label.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
