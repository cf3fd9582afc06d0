using System.Text;
using System.Text.Json;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Webhooks;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>Webhooks at the door: the signature before anything is parsed.</summary>
public class WebhookTests
{
    [Fact]
    public async Task ABadSignature_IsRefused_BeforeTheBodyIsLookedAt()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await service.HookAsync("github");
        Assert.Equal(401, (await service.SendAsync(id, secret + "x", "{ no json", "push")).StatusCode);
        Assert.Equal(401, (await service.SendAsync("01arz3ndektsv4rrffq69g5fav", secret, ForgeHooks.Push(), "push")).StatusCode);
        Assert.Equal(401, (await service.CallAsync("GitLabWebhook", ForgeHooks.Request(id, secret, ForgeHooks.Push(), "push", false))).StatusCode);
        Assert.Equal(400, (await service.SendAsync(id, secret, "{ no json", "push")).StatusCode);
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Fetch, default));
    }

    [Fact]
    public async Task GitLab_IsKnownByItsToken_AndCi_ByItsSignature()
    {
        var outbound = new OutboundOptions();
        await using var service = await Service.StartAsync(outbound);
        var (id, secret) = await service.HookAsync("gitlab", "https://gitlab.com/group/sub/shop");
        var body = JsonSerializer.Serialize(new { object_kind = "push", @ref = "refs/heads/main", checkout_sha = ForgeHooks.Commit, project = new { web_url = "https://gitlab.com/group/sub/shop" } });
        var request = Requests.Of(null, body).With("X-Gitlab-Token", secret).With("X-Gitlab-Event", "Push Hook");
        request.QueryStringParameters["hook"] = id;
        Assert.Equal(202, (await service.CallAsync("GitLabWebhook", request)).StatusCode);
        request.Headers["X-Gitlab-Token"] = secret + "x";
        Assert.Equal(401, (await service.CallAsync("GitLabWebhook", request)).StatusCode);

        var (ci, whsec) = await service.HookAsync("ci");
        var call = JsonSerializer.Serialize(new { @event = "push", repository = ForgeHooks.Repository, @ref = "main", commit = ForgeHooks.Commit });
        var now = service.Clock.GetUtcNow();
        var signed = Requests.Of(null, call).With("webhook-id", "m1").With("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("webhook-signature", StandardWebhook.Sign(Encoding.UTF8.GetBytes(call), "m1", now, StandardWebhook.ReadSecret(whsec)));
        signed.QueryStringParameters["hook"] = ci;
        Assert.Equal(202, (await service.CallAsync("CiWebhook", signed)).StatusCode);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, (await service.CallAsync("CiWebhook", signed)).StatusCode);
    }
}
