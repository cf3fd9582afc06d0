namespace Ghostbusters.Engine.Reports;

/// <summary>File paths as URI references.</summary>
internal static class RelativeUri
{
    /// <summary>
    /// Percent-encodes each part of a relative path. Everything but RFC 3986's unreserved characters is encoded, so no
    /// name can start a scheme, a query or a fragment; and empty parts are dropped, so none can start at a host or the root.
    /// </summary>
    public static string Of(string path) => string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
}
