namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>A repository on a forge that the deployment knows.</summary>
/// <param name="Forge">Which forge.</param>
/// <param name="Path">Owner (groups) and name: segments joined by '/'.</param>
/// <param name="PublicUrl">The address in the one form that it is kept and compared in.</param>
internal sealed record RepositoryAddress(Forge Forge, string Path, string PublicUrl)
{
    private const int MaximumSegments = 8;
    private const int MaximumSegment = 100;
    private const int MaximumRef = 200;

    /// <summary>The repository; null where it is none of a known forge.</summary>
    public static RepositoryAddress? Find(string? text, OutboundOptions options)
    {
        if (OutboundUrl.Parse(text, options) is not { } url || url.Query.Length > 0 || url.Fragment.Length > 0) return null;
        var host = url.IsDefaultPort ? url.Host : FormattableString.Invariant($"{url.Host}:{url.Port}");
        if (options.Forges.FirstOrDefault(forge => string.Equals(forge.Host, host, StringComparison.OrdinalIgnoreCase)) is not { } forge) return null;
        var path = url.AbsolutePath.Trim('/');
        if (path.EndsWith(".git", StringComparison.Ordinal)) path = path[..^4];
        var segments = path.Split('/');
        var fits = forge.Kind == ForgeKind.GitHub ? segments.Length == 2 : segments.Length is >= 2 and <= MaximumSegments;
        return fits && segments.All(IsSegment) ? new RepositoryAddress(forge, path, $"{url.Scheme}://{host}/{path}") : null;
    }

    /// <summary>Whether a text can be a branch, tag or commit, by git's own rules as far as they matter in an address.</summary>
    public static bool IsRef(string text) =>
        text.Length is > 0 and <= MaximumRef && text[0] is not ('-' or '/' or '.') && text[^1] is not ('/' or '.')
        && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("//", StringComparison.Ordinal)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '+' or '#' or '@');

    /// <summary>Where the forge's API has the repository; what is asked of it is below.</summary>
    public string Api => Forge.Kind == ForgeKind.GitHub ? $"{Forge.Api}/repos/{Path}" : $"{Forge.Api}/projects/{Uri.EscapeDataString(Path)}";

    /// <summary>Where the forge gives out the sources of a ref as an archive.</summary>
    public Uri Archive(string? reference) => Forge.Kind == ForgeKind.GitHub
        ? new Uri($"{Api}/zipball{(reference is null ? "" : "/" + ForgePaths.Escape(reference))}")
        : new Uri($"{Api}/repository/archive.zip{(reference is null ? "" : "?sha=" + Uri.EscapeDataString(reference))}");

    private static bool IsSegment(string segment) =>
        segment.Length is > 0 and <= MaximumSegment && segment is not ("." or "..") && segment.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>Parts of a forge's addresses.</summary>
internal static class ForgePaths
{
    /// <summary>A ref whose slashes stay.</summary>
    public static string Escape(string reference) => string.Join('/', reference.Split('/').Select(Uri.EscapeDataString));
}
