namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Addresses by what lies between them and the program: the open network, or the own machine and its neighbours.</summary>
internal static class HostAddress
{
    private static readonly string[] LocalEnds = [".local", ".localhost", ".internal", ".intern", ".lan", ".home", ".test", ".example", ".invalid", ".svc", ".corp", ".docker", ".onion", "example.com", "example.org", "example.net", ".arpa", ".localdomain"];

    // Certificates' own lists: they are signed, and fetching them by HTTPS would need them.
    private static readonly string[] Signed = ["ocsp", "crl", "pki", "timestamp", "tsa", "cacerts", "aia", "www.w3.org", "schemas.", "purl.org", "xmlns", "tempuri.org", "json-schema.org", "connectivitycheck", "detectportal", "captive", "msftconnecttest", "msftncsi"];

    /// <summary>The remote host of an address without encryption; null for another.</summary>
    public static string? RemoteOf(string text)
    {
        var scheme = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : text.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) ? 6 : text.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
        if (scheme == 0)
            return null;
        var end = text.IndexOfAny(['/', '?', '#'], scheme);
        var authority = end < 0 ? text.Substring(scheme) : text.Substring(scheme, end - scheme);
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        return IsRemote(host.IndexOf(':') is > 0 and var port && host[0] != '[' ? host.Substring(0, port) : host) ? host : null;
    }

    /// <summary>Whether a host is one of the open network: it has a domain that is no local one, or a public number.</summary>
    public static bool IsRemote(string host)
    {
        if (host.Length < 4 || host.IndexOf('.') <= 0 || host.IndexOfAny(['{', '}', '*', ' ', '[', '+', '$', '%', '<']) >= 0 || host == "0.0.0.0" || host.StartsWith("127.", StringComparison.Ordinal))
            return false;
        var lower = host.ToLowerInvariant().TrimEnd('.');
        if (lower.Contains("localhost") || LocalEnds.Any(e => lower.EndsWith(e, StringComparison.Ordinal)) || Signed.Any(s => lower.StartsWith(s, StringComparison.Ordinal) || lower.Contains("." + s)))
            return false;
        var numbers = lower.Split('.').Select(static n => int.TryParse(n, out var number) ? number : -1).ToList();
        return numbers.Count != 4 || numbers.Contains(-1) || !(numbers[0] == 10 || (numbers[0] == 192 && numbers[1] == 168) || (numbers[0] == 172 && numbers[1] is >= 16 and < 32) || (numbers[0] == 169 && numbers[1] == 254) || numbers[0] >= 224);
    }
}
