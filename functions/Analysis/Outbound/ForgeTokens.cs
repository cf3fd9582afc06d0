using System.Text;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Outbound;

/// <summary>A tenant's own token for a forge, where it has one: without it public repositories are read and nobody is told.</summary>
internal static class ForgeTokens
{
    public const string GitHub = "github-token";
    public const string GitLab = "gitlab-token";

    /// <summary>The headers that show it; empty where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HeadersAsync(ISecrets secrets, TenantId tenant, ForgeKind kind, CancellationToken cancellation)
    {
        var name = kind == ForgeKind.GitHub ? GitHub : GitLab;
        if (await secrets.GetAsync(tenant, name, cancellation).ConfigureAwait(false) is not { } versions) return new Dictionary<string, string>();
        var token = Encoding.UTF8.GetString(versions.Current.Bytes).Trim();
        return new Dictionary<string, string> { ["authorization"] = "Bearer " + token };
    }
}
