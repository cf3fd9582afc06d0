using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Tenancy;

namespace Ghostbusters.Functions.Analysis.Hooks;

/// <summary>A webhook: whose it is and which repository it may have analysed.</summary>
internal sealed record Hook(string Id, TenantId Tenant, string Kind, string Repository, string? Floor, DateTimeOffset CreatedAt)
{
    public const string GitHub = "github";
    public const string GitLab = "gitlab";
    public const string Ci = "ci";

    public HookInfo Info => new(Id, Kind, Repository, Floor, $"/webhooks/{Kind}?hook={Id}", CreatedAt);
}
