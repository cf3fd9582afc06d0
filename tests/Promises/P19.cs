using System.Text;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>A hook speaks for its own repository and tenant only.</summary>
public class P19
{
    [Fact]
    public async Task AHook_SpeaksForItsOwnRepositoryOnly()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await service.HookAsync("github");
        Assert.Equal(204, (await service.SendAsync(id, secret, ForgeHooks.Push("https://github.com/bob/shop"), "push")).StatusCode);
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Fetch, default));
        Assert.Contains("WebhookOtherRepository", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>Whatever hook, whatever repository: an analysis is made where both are the same tenant's hook and its repository, and belongs to that tenant.</summary>
    [Fact]
    public async Task AnyHook_AnyRepository_OnlyItsOwnIsAnalysed_ForItsOwnTenant()
    {
        await using var service = await Service.StartAsync();
        var tenants = new[] { Service.Ada, Service.Bob };
        var repositories = new[] { "https://github.com/ada/shop", "https://github.com/bob/shop" };
        var hooks = new List<(TenantId Tenant, string Repository, string Id, string Secret)>();
        foreach (var (tenant, repository) in tenants.Zip(repositories))
        {
            var (id, secret) = await service.HookAsync("github", repository, tenant);
            hooks.Add((tenant, repository, id, secret));
        }
        foreach (var hook in hooks)
            foreach (var repository in repositories)
                foreach (var signer in hooks)
                {
                    var expected = signer.Id != hook.Id ? 401 : repository == hook.Repository ? 202 : 204;
                    var answer = await service.SendAsync(hook.Id, signer.Secret, ForgeHooks.Push(repository), "push");
                    Assert.Equal(expected, answer.StatusCode);
                    if (expected != 202) continue;
                    foreach (var tenant in tenants)
                        Assert.Equal(tenant == hook.Tenant ? 200 : 404, (await service.CallAsync("Result", Requests.Of(await service.KeyAsync(tenant), null, ("analysis_id", answer.Json().Text("analysis_id"))))).StatusCode);
                }
    }
}
