using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Webhooks;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>Which bad input reaches which route, and what becomes of it. The routes come from the annotations: one without a row fails.</summary>
/// <remarks>Callers who may not are P29's, bodies that are malformed P09's, for every route; an archive's insides are P23's and P24's.</remarks>
public class BadInputTests
{
    private const string Commit = ForgeHooks.Commit;

    /// <summary>A body that may be too large, an address that may be private, an archive that may be none, an event that may come again.</summary>
    [Flags]
    private enum Kinds
    {
        None = 0,
        Body = 1,
        Address = 2,
        Archive = 4,
        Event = 8,
    }

    private static readonly Dictionary<string, Kinds> Rows = new(StringComparer.Ordinal)
    {
        ["Analyze"] = Kinds.Body | Kinds.Address,
        ["Upload"] = Kinds.Body | Kinds.Archive,
        ["Recover"] = Kinds.Body,
        ["CreateKey"] = Kinds.Body,
        ["CreateHook"] = Kinds.Body | Kinds.Address,
        ["GitHubWebhook"] = Kinds.Body | Kinds.Event,
        ["GitLabWebhook"] = Kinds.Body | Kinds.Event,
        ["CiWebhook"] = Kinds.Body | Kinds.Address | Kinds.Event,
        ["Result"] = Kinds.None,
        ["History"] = Kinds.None,
        ["DeleteResult"] = Kinds.None,
        ["ListKeys"] = Kinds.None,
        ["RevokeKey"] = Kinds.None,
        ["ListHooks"] = Kinds.None,
        ["DeleteHook"] = Kinds.None,
        ["Health"] = Kinds.None,
    };

    /// <summary>Each has a body of its own per place in which an address can stand.</summary>
    private static readonly Dictionary<string, string[]> WithAddress = new(StringComparer.Ordinal)
    {
        ["Analyze"] = ["""{"repository":{"url":"ADDRESS"}}""", """{"files":[{"path":"a.cs","content":""}],"options":{"callback_url":"ADDRESS"}}"""],
        ["CiWebhook"] = [$$"""{"event":"push","repository":"{{ForgeHooks.Repository}}","ref":"main","commit":"{{Commit}}","callback_url":"ADDRESS"}"""],
        ["CreateHook"] = ["""{"kind":"github","repository":"ADDRESS"}""", """{"kind":"gitlab","repository":"ADDRESS"}"""],
    };

    private static readonly Dictionary<string, Func<Service, Task<APIGatewayProxyRequest>>> Events = new(StringComparer.Ordinal)
    {
        ["GitHubWebhook"] = static async service =>
        {
            var (id, secret) = await service.HookAsync("github");
            return ForgeHooks.Request(id, secret, ForgeHooks.Push(), "push", isBase64: false);
        },
        ["GitLabWebhook"] = static async service =>
        {
            var (id, secret) = await service.HookAsync("gitlab", "https://gitlab.com/ada/shop");
            var body = JsonSerializer.Serialize(new { object_kind = "push", @ref = "refs/heads/main", checkout_sha = Commit, project = new { web_url = "https://gitlab.com/ada/shop" } });
            return Hooked(id, body).With("x-gitlab-token", secret).With("x-gitlab-event", "Push Hook");
        },
        ["CiWebhook"] = static service => CiAsync(service, JsonSerializer.Serialize(new { @event = "push", repository = ForgeHooks.Repository, @ref = "main", commit = Commit })),
    };

    public static TheoryData<string> TakingBodies => Of(Kinds.Body);

    public static TheoryData<string> TakingAddresses => Of(Kinds.Address);

    public static TheoryData<string> TakingEvents => Of(Kinds.Event);

    [Fact]
    public void EveryRoute_HasARow_WithWhatItsAnnotationsSay()
    {
        var routes = Handlers.All.Where(static m => m.GetCustomAttribute<RestApiAttribute>() is not null).ToList();
        Assert.Equal(routes.Select(static r => r.Name).Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(routes, static route =>
        {
            var isPost = route.GetCustomAttribute<RestApiAttribute>()!.Method == LambdaHttpMethod.Post;
            Assert.Equal(isPost, Rows[route.Name].HasFlag(Kinds.Body));
            Assert.Equal(isPost && route.GetCustomAttribute<AnonymousAttribute>() is not null, Rows[route.Name].HasFlag(Kinds.Event));
            Assert.Equal(route.GetCustomAttribute<TakesAttribute>() is { Body: var body } && HoldsAddress(body), Rows[route.Name].HasFlag(Kinds.Address));
        });
        Assert.Equal(Named(Kinds.Address), WithAddress.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Named(Kinds.Event), Events.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TakingBodies))]
    public async Task ABodyThatIsTooLarge_IsRefusedAsThat(string route)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var id = (await service.CallAsync("Analyze", Requests.Files(key))).Json().Text("analysis_id");
        var body = "{\"canary\":\"" + new string('x', Bodies.Maximum) + "\"}";
        var request = Requests.Of(key, body, ("analysis_id", id));
        if (Events.TryGetValue(route, out var of))
        {
            request = await of(service);
            request.Body = body;
        }

        var answer = await service.CallAsync(route, request);
        Assert.Equal(413, answer.StatusCode);
        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal(413, problem.RootElement.GetProperty("status").GetInt32());
        Assert.DoesNotContain("canary", answer.Body, StringComparison.Ordinal);
    }

    /// <summary>Each form of P20, in each place: refused when it is said, before anything goes out.</summary>
    [Theory]
    [MemberData(nameof(TakingAddresses))]
    public async Task AnAddressThatIsNotPublic_IsRefusedWhenItIsSaid(string route)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        foreach (var body in WithAddress[route])
        {
            foreach (var address in new[] { "https://127.0.0.1/ada/shop", "https://169.254.169.254/latest/meta-data", "http://github.com/ada/shop", "https://[::ffff:10.0.0.1]/ada/shop", "https://2130706433/ada/shop", "file:///etc/passwd" })
            {
                var said = body.Replace("ADDRESS", address, StringComparison.Ordinal);
                var answer = await service.CallAsync(route, route == "CiWebhook" ? await CiAsync(service, said) : Requests.Of(key, said));
                Assert.Equal((400, address), (answer.StatusCode, address));
                Assert.DoesNotContain(address, answer.Body, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TakingEvents))]
    public async Task AnEventThatComesAgain_IsAnswered200_AndHasNoSecondEffect(string route)
    {
        await using var service = await Service.StartAsync();
        var request = await Events[route](service);
        var answers = (First: await service.CallAsync(route, request), Again: await service.CallAsync(route, request));
        Assert.Equal((202, 200), (answers.First.StatusCode, answers.Again.StatusCode));
        Assert.Equal(answers.First.Json().Text("analysis_id"), answers.Again.Json().Text("analysis_id"));
    }

    /// <summary>What is no archive is stored as it came; the analysis says what it could not read, and never that there was nothing to find.</summary>
    [Theory]
    [InlineData("no archive at all", "failed")]
    [InlineData("PK\u0003\u0004 and then nothing that a zip has", "partial")]
    public async Task AnUploadThatIsNoArchive_IsNeverClean(string content, string status)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        var bytes = Encoding.UTF8.GetBytes(content);
        var announced = JsonSerializer.Serialize(new { length = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
        var ticket = (await service.CallAsync("Upload", Requests.Of(key, announced))).Json();
        Assert.True(service.Uploads.TryRead(new Uri(ticket.Text("url")).Segments[^1], out var allowed));
        await service.Blobs.ReceiveAsync(allowed!, new MemoryStream(bytes), default);
        var id = (await service.CallAsync("Analyze", Requests.Of(key, JsonSerializer.Serialize(new { upload = ticket.Text("upload_id") })))).Json().Text("analysis_id");
        await service.PumpAsync();
        var result = (await service.CallAsync("Result", Requests.Of(key, null, ("analysis_id", id)))).Json();
        Assert.Equal(status, result.Text("status"));
        if (status == "failed") Assert.NotEmpty(result.Text("reason"));
        else Assert.NotEqual(0, result.GetProperty("not_analysed").GetArrayLength());
    }

    private static async Task<APIGatewayProxyRequest> CiAsync(Service service, string body)
    {
        var (id, secret) = await service.HookAsync("ci");
        var now = service.Clock.GetUtcNow();
        var signature = StandardWebhook.Sign(Encoding.UTF8.GetBytes(body), "delivery", now, StandardWebhook.ReadSecret(secret));
        return Hooked(id, body).With("webhook-id", "delivery").With("webhook-timestamp", $"{now.ToUnixTimeSeconds()}").With("webhook-signature", signature);
    }

    private static APIGatewayProxyRequest Hooked(string id, string body)
    {
        var request = Requests.Of(null, body);
        request.QueryStringParameters["hook"] = id;
        return request;
    }

    private static bool HoldsAddress(Type body) => body.GetProperties().Any(static property =>
        property.Name is "Url" or "CallbackUrl" || (property.Name == "Repository" && property.PropertyType == typeof(string)) || (property.PropertyType.Namespace == typeof(Functions.Analysis.Contracts.AnalyzeRequest).Namespace && HoldsAddress(property.PropertyType)));

    private static IEnumerable<string> Named(Kinds kind) => Rows.Where(row => row.Value.HasFlag(kind)).Select(static row => row.Key).Order(StringComparer.Ordinal);

    private static TheoryData<string> Of(Kinds kind) => [.. Named(kind)];
}
