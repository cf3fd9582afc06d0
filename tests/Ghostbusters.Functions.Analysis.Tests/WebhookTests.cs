using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.Tests.World;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Functions.Analysis.Tests;

/// <summary>P13 to P19 at the door: signature before parse, one analysis a signed body, nothing goes out, nobody else's repository.</summary>
public class WebhookTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string Repository = "https://github.com/ada/shop";

    private static string Push(string repository = Repository, string commit = Commit) =>
        JsonSerializer.Serialize(new { @ref = "refs/heads/main", after = commit, repository = new { html_url = repository } });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APush_IsAnalysedOnce_HoweverOftenItComes(bool isBase64)
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await HookAsync(service, "github");
        var first = await SendAsync(service, id, secret, Push(), "push", isBase64);
        var again = await SendAsync(service, id, secret, Push(), "push", !isBase64);
        Assert.Equal((202, 200), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Json().Text("analysis_id"), again.Json().Text("analysis_id"));
        Assert.Equal(1, await service.Queue.CountAsync(StageQueues.Fetch, default));
        Assert.Equal(202, (await SendAsync(service, id, secret, Push(commit: new string('1', 40)), "push")).StatusCode);
    }

    [Fact]
    public async Task ABadSignature_IsRefused_BeforeTheBodyIsLookedAt()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await HookAsync(service, "github");
        Assert.Equal(401, (await SendAsync(service, id, secret + "x", "{ no json", "push")).StatusCode);
        Assert.Equal(401, (await SendAsync(service, "01arz3ndektsv4rrffq69g5fav", secret, Push(), "push")).StatusCode);
        Assert.Equal(401, (await service.CallAsync("GitLabWebhook", Request(id, secret, Push(), "push", false))).StatusCode);
        Assert.Equal(400, (await SendAsync(service, id, secret, "{ no json", "push")).StatusCode);
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Fetch, default));
    }

    [Fact]
    public async Task AHook_SpeaksForItsOwnRepositoryOnly()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await HookAsync(service, "github");
        Assert.Equal(204, (await SendAsync(service, id, secret, Push("https://github.com/bob/shop"), "push")).StatusCode);
        Assert.Equal(0, await service.Queue.CountAsync(StageQueues.Fetch, default));
        Assert.Contains("WebhookOtherRepository", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyEventName_IsAnAnswer_AndUnknownOnesAreCounted()
    {
        await using var service = await Service.StartAsync();
        var (id, secret) = await HookAsync(service, "github");
        var names = Gen.Sample(ArbMap.Default.ArbFor<NonNull<string>>().Generator, 60).Select(static name => name.Get).Append("ping").Append("PUSH").ToList();
        foreach (var name in names.Where(static n => n != "push"))
            Assert.Equal(204, (await SendAsync(service, id, secret, Push(), name)).StatusCode);
        Assert.Contains("WebhookEventIgnored", Encoding.UTF8.GetString(service.Written.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitLab_IsKnownByItsToken_AndCi_ByItsSignature()
    {
        var outbound = new OutboundOptions();
        await using var service = await Service.StartAsync(outbound);
        var (id, secret) = await HookAsync(service, "gitlab", "https://gitlab.com/group/sub/shop");
        var body = JsonSerializer.Serialize(new { object_kind = "push", @ref = "refs/heads/main", checkout_sha = Commit, project = new { web_url = "https://gitlab.com/group/sub/shop" } });
        var request = Requests.Of(null, body).With("X-Gitlab-Token", secret).With("X-Gitlab-Event", "Push Hook");
        request.QueryStringParameters["hook"] = id;
        Assert.Equal(202, (await service.CallAsync("GitLabWebhook", request)).StatusCode);
        request.Headers["X-Gitlab-Token"] = secret + "x";
        Assert.Equal(401, (await service.CallAsync("GitLabWebhook", request)).StatusCode);

        var (ci, whsec) = await HookAsync(service, "ci");
        var call = JsonSerializer.Serialize(new { @event = "push", repository = Repository, @ref = "main", commit = Commit });
        var now = service.Clock.GetUtcNow();
        var signed = Requests.Of(null, call).With("webhook-id", "m1").With("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("webhook-signature", StandardWebhook.Sign(Encoding.UTF8.GetBytes(call), "m1", now, StandardWebhook.ReadSecret(whsec)));
        signed.QueryStringParameters["hook"] = ci;
        Assert.Equal(202, (await service.CallAsync("CiWebhook", signed)).StatusCode);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(401, (await service.CallAsync("CiWebhook", signed)).StatusCode);
    }

    /// <summary>P17: what a webhook is made of has no way out, however deep one looks.</summary>
    [Fact]
    public void AWebhook_HasNoOutboundPort()
    {
        var webhook = Handlers.All.Single(static m => m.Name == "GitHubWebhook").DeclaringType!;
        var parts = PartsOf(webhook).Distinct().ToList();
        Assert.Contains(typeof(Webhooks.WebhookIntake), parts);
        Assert.DoesNotContain(typeof(SafeHttp), parts);
        Assert.DoesNotContain(typeof(HttpClient), parts);
        Assert.Contains(typeof(SafeHttp), PartsOf(typeof(Fetching.FetchStage)));
    }

    private static IEnumerable<Type> PartsOf(Type type) => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).SelectMany(static c => c.GetParameters())
        .Select(static p => p.ParameterType).SelectMany(static part => part.Namespace?.StartsWith("Ghostbusters.Functions.Analysis", StringComparison.Ordinal) == true ? PartsOf(part).Prepend(part) : [part]);

    private static async Task<(string Id, string Secret)> HookAsync(Service service, string kind, string repository = Repository)
    {
        var answer = await service.CallAsync("CreateHook", Requests.Of(await service.KeyAsync(Service.Ada), JsonSerializer.Serialize(new { kind, repository })));
        Assert.Equal(201, answer.StatusCode);
        return (answer.Json().GetProperty("info").Text("hook_id"), answer.Json().Text("secret"));
    }

    private static Task<APIGatewayProxyResponse> SendAsync(Service service, string hook, string secret, string body, string name, bool isBase64 = false) =>
        service.CallAsync("GitHubWebhook", Request(hook, secret, body, name, isBase64));

    private static APIGatewayProxyRequest Request(string hook, string secret, string body, string name, bool isBase64)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), bytes));
        var request = Requests.Of(null, isBase64 ? Convert.ToBase64String(bytes) : body).With("X-Hub-Signature-256", signature).With("X-GitHub-Event", name);
        request.IsBase64Encoded = isBase64;
        request.QueryStringParameters["hook"] = hook;
        return request;
    }
}
