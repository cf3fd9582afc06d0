using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Local.Folder;

/// <summary>
/// Where blobs lie: a folder a tenant, a folder a segment, and a file whose name ends with '!', which no segment can hold, so
/// that <c>a</c> and <c>a/b</c> are both possible. Tenants and keys have no form that leads out of the root.
/// </summary>
internal sealed class BlobPaths(string root)
{
    public const string Ending = "!";

    public string Scratch { get; } = Path.Combine(root, "!scratch");

    public string Of(TenantId tenant, BlobKey key) => Path.Combine([root, tenant.Value, .. key.Value.Split('/')]) + Ending;

    public string Of(TenantId tenant, BlobPrefix prefix) => Path.Combine([root, tenant.Value, .. prefix.Value.TrimEnd('/').Split('/')]);

    /// <summary>The key of a file below a tenant's folder; null where it is none of ours.</summary>
    public BlobKey? KeyOf(TenantId tenant, string path)
    {
        if (!path.EndsWith(Ending, StringComparison.Ordinal)) return null;
        var relative = Path.GetRelativePath(Path.Combine(root, tenant.Value), path)[..^Ending.Length];
        return BlobKey.TryParse(relative.Replace(Path.DirectorySeparatorChar, '/'), out var key) ? key : null;
    }
}
